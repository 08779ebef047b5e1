# Makes the manual page of a settings file (scdoc) out of the file: comments become paragraphs, the rest stays as it is. A
# line of comment that looks like a key that is commented out ("#broker: …", "#  ca: …") belongs to the rest.
#
#   awk -v page=panggil-dispatcher.yaml -f settings_page.awk dispatcher.yaml | scdoc
function escaped(text) {
  gsub(/[\\_*#`]/, "\\\\&", text)
  return text
}
function to(wanted) {
  if (wanted == mode) return
  if (mode == "keys") print "```"
  if (mode != "") print ""
  if (wanted == "keys") print "```"
  mode = wanted
}
BEGIN {
  print page "(5)\n\n# NAME\n"
  print page " - " "settings of Panggil\n\n# DESCRIPTION\n"
}
/^#?$/ { to(""); in_list = 0; next }
/^# - / && mode == "text" && !in_list { print ""; in_list = 1 }
/^#   / && in_list { print escaped(substr($0, 3)); next }
/^# / && !/^# [a-z_]+:/ && !/^#  / {
  to("text")
  if (!/^# - / && in_list) { print ""; in_list = 0 }
  print escaped(substr($0, 3))
  next
}
{ to("keys"); in_list = 0; print }
END {
  to("")
  print "\n# SEE ALSO\n\n*panggil*(7)"
}

# The Debian packages. Dependencies on libraries are computed from the binaries (dpkg-shlibdeps).
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME panggil)
set(CPACK_PACKAGE_CONTACT "Panggil maintainers <maintainers@panggil.example>" CACHE STRING "Maintainer of the packages")
set(CPACK_PACKAGE_DIRECTORY ${CMAKE_BINARY_DIR}/packages)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_COMPONENTS_ALL ${parts})
set(CPACK_COMPONENTS_GROUPING IGNORE)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_VERSION ${PROJECT_VERSION})
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_DEBIAN_PACKAGE_ARCHITECTURE ${architecture})
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
    OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)

# package(PART SUMMARY MORE [DEPENDS …] [RECOMMENDS …] [SECTION …] [ALL])
macro(package part summary more)
  cmake_parse_arguments(arg "ALL" "DEPENDS;RECOMMENDS;SECTION" "" ${ARGN})
  string(TOUPPER ${part} upper)
  set(CPACK_DEBIAN_${upper}_PACKAGE_NAME panggil-${part})
  set(CPACK_COMPONENT_${upper}_DESCRIPTION "${summary}\n${more}")
  set(CPACK_DEBIAN_${upper}_PACKAGE_SECTION ${arg_SECTION})
  set(CPACK_DEBIAN_${upper}_PACKAGE_PRIORITY optional)
  set(CPACK_DEBIAN_${upper}_PACKAGE_DEPENDS "${arg_DEPENDS}")
  set(CPACK_DEBIAN_${upper}_PACKAGE_RECOMMENDS "${arg_RECOMMENDS}")
  if(arg_ALL)
    set(CPACK_DEBIAN_${upper}_PACKAGE_ARCHITECTURE all)
    set(CPACK_DEBIAN_${upper}_PACKAGE_SHLIBDEPS OFF)
  endif()
  set(control)
  foreach(file conffiles preinst postinst prerm postrm)
    if(EXISTS ${CMAKE_CURRENT_SOURCE_DIR}/debian/${part}/${file})
      list(APPEND control ${CMAKE_CURRENT_SOURCE_DIR}/debian/${part}/${file})
    endif()
  endforeach()
  set(CPACK_DEBIAN_${upper}_PACKAGE_CONTROL_EXTRA "${control}")
endmacro()

set(common "panggil-common (= ${PROJECT_VERSION}-1)")
package(dispatcher "queue of a waiting room, called over MQTT: the dispatcher"
  "Owns the queue of one office: gives out tickets, decides who is called next,\nkeeps every event in its journal and tells counters, displays and kiosks over\nMQTT. One runs for each office."
  SECTION net DEPENDS "${common}, init-system-helpers (>= 1.54~), tzdata" RECOMMENDS "panggil-broker | mqtt-broker, panggil-ctl")
package(display "queue of a waiting room, called over MQTT: the display"
  "Shows on a television in a waiting hall who is called to which counter, what\nwas called before and how long people will wait."
  SECTION net DEPENDS "${common}, init-system-helpers (>= 1.54~), fonts-dejavu-core, xinit, xserver-xorg-core, libgl1-mesa-dri"
  RECOMMENDS "espeak-ng, v4l-utils, xserver-xorg-input-libinput")
package(counter "queue of a waiting room, called over MQTT: the counter"
  "The window of an officer at a counter: calls the next visitor, calls again,\nholds, transfers and completes. The same from a number pad without a screen,\nand on the command line."
  SECTION net DEPENDS "${common}, init-system-helpers (>= 1.54~), fonts-dejavu-core, libgl1-mesa-dri")
package(kiosk "queue of a waiting room, called over MQTT: the kiosk"
  "Gives out tickets to visitors on a touch screen and prints them, or on the\ncommand line."
  SECTION net DEPENDS "${common}, init-system-helpers (>= 1.54~), fonts-dejavu-core, xinit, xserver-xorg-core, xserver-xorg-input-libinput, libgl1-mesa-dri"
  RECOMMENDS "cups-client")
package(ctl "queue of a waiting room, called over MQTT: for its staff"
  "Shows the queue as it is and as it was, reports what days came to, plans what\na day would be, lets machines in and shuts them out, says what is wrong on\none, and does what a supervisor does."
  SECTION net DEPENDS "${common}, tzdata")
package(broker "queue of a waiting room, called over MQTT: settings for Mosquitto"
  "Sets up Debian's Mosquitto as Panggil's broker, for this machine alone at\nfirst; with it come settings for passwords and for certificates, the access\nlist, and what hardens its service."
  SECTION net ALL DEPENDS "mosquitto (>= 2.0.11), panggil-common")
package(common "queue of a waiting room, called over MQTT: common files"
  "Users and directories that the other packages of Panggil need."
  SECTION net ALL DEPENDS "systemd | systemd-standalone-sysusers, systemd | systemd-standalone-tmpfiles")
include(CPack)

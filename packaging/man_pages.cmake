# Manual pages: of the programs from docs/man/*.scd, of their files from the comments in config/*.yaml themselves, so that a
# page cannot say other than the file. scdoc makes both.
find_program(PANGGIL_SCDOC scdoc)
find_program(PANGGIL_GZIP gzip REQUIRED)
if(NOT PANGGIL_SCDOC)
  message(STATUS "scdoc is not installed: no manual pages, and packages without them (scripts/install-dependencies build)")
  return()
endif()

set(man_folder ${CMAKE_CURRENT_BINARY_DIR}/man)
file(MAKE_DIRECTORY ${man_folder})
set(man_pages)

# man_page(COMPONENT PAGE SECTION DEPENDS COMMAND…): what the command writes to standard output becomes PAGE.SECTION.gz
function(man_page component page section source)
  set(made ${man_folder}/${page}.${section}.gz)
  add_custom_command(OUTPUT ${made} DEPENDS ${source} ${CMAKE_CURRENT_SOURCE_DIR}/settings_page.awk
    COMMAND sh -c "${ARGN} | ${PANGGIL_SCDOC} > ${page}.${section} && ${PANGGIL_GZIP} -9nf ${page}.${section}"
    WORKING_DIRECTORY ${man_folder} VERBATIM)
  install(FILES ${made} DESTINATION share/man/man${section} COMPONENT ${component})
  set(man_pages ${man_pages} ${made} PARENT_SCOPE)
endfunction()

function(settings_page component page file)
  set(source ${PROJECT_SOURCE_DIR}/config/${file})
  man_page(${component} ${page} 5 ${source} "awk -v page=${page} -f ${CMAKE_CURRENT_SOURCE_DIR}/settings_page.awk ${source}")
  set(man_pages ${man_pages} PARENT_SCOPE)
endfunction()

foreach(program ${programs})
  set(section 1)
  if(program STREQUAL dispatcher)
    set(section 8)
  endif()
  set(source ${PROJECT_SOURCE_DIR}/docs/man/panggil-${program}.${section}.scd)
  man_page(${program} panggil-${program} ${section} ${source} "cat ${source}")
  settings_page(${program} panggil-${program}.yaml ${program}.yaml)
endforeach()
settings_page(dispatcher panggil-office.yaml offices/cirebon/office.yaml)
set(source ${PROJECT_SOURCE_DIR}/docs/man/panggil.7.scd)
man_page(common panggil 7 ${source} "cat ${source}")

add_custom_target(man_pages ALL DEPENDS ${man_pages})

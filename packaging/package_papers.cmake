# What Debian wants beside every package: its copyright and its changes, compressed so that each build makes the same.
find_program(PANGGIL_GZIP gzip REQUIRED)
set(papers ${CMAKE_CURRENT_BINARY_DIR}/papers)
file(MAKE_DIRECTORY ${papers})
add_custom_command(OUTPUT ${papers}/changelog.gz ${papers}/changelog.Debian.gz
  DEPENDS ${PROJECT_SOURCE_DIR}/CHANGELOG.md debian/changelog
  COMMAND sh -c "${PANGGIL_GZIP} -9nc ${PROJECT_SOURCE_DIR}/CHANGELOG.md > changelog.gz && ${PANGGIL_GZIP} -9nc ${CMAKE_CURRENT_SOURCE_DIR}/debian/changelog > changelog.Debian.gz"
  WORKING_DIRECTORY ${papers} VERBATIM)
add_custom_target(package_papers ALL DEPENDS ${papers}/changelog.gz)

foreach(part ${parts})
  install(FILES debian/copyright ${papers}/changelog.gz ${papers}/changelog.Debian.gz
          DESTINATION share/doc/panggil-${part} COMPONENT ${part})
  if(EXISTS ${CMAKE_CURRENT_SOURCE_DIR}/debian/${part}.lintian-overrides)
    install(FILES debian/${part}.lintian-overrides DESTINATION share/lintian/overrides RENAME panggil-${part}
            COMPONENT ${part})
  endif()
endforeach()

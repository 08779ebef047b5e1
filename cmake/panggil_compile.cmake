# How everything here is compiled: the language, the warnings (all of them errors), the sanitizers, where binaries land.
include(CTest)

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/bin)

set(PANGGIL_SANITIZE "" CACHE STRING "Sanitizers for the whole build: address,undefined or thread")
if(PANGGIL_SANITIZE)
  add_compile_options(-fsanitize=${PANGGIL_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  add_link_options(-fsanitize=${PANGGIL_SANITIZE})
endif()
if(PANGGIL_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link -O1)  # the fuzzer sees what an input reaches, and tries more of them
endif()

# Kept in distribution builds as well; what a hardened Debian package is built with.
add_compile_options($<$<CONFIG:RelWithDebInfo>:-fstack-protector-strong> $<$<CONFIG:RelWithDebInfo>:-U_FORTIFY_SOURCE>
                    $<$<CONFIG:RelWithDebInfo>:-D_FORTIFY_SOURCE=2>)
# Assertions state what must hold; they stay on in what is shipped, as a wrong queue is worse than a restart.
string(REPLACE "-DNDEBUG" "" CMAKE_CXX_FLAGS_RELWITHDEBINFO "${CMAKE_CXX_FLAGS_RELWITHDEBINFO}")

set(PANGGIL_WARNINGS
    -Wall -Wextra -Wpedantic
    -Werror                   # a warning is either mended or argued away in the code
    -Wshadow                  # a name that hides another is read wrongly
    -Wconversion              # narrowing loses ticket numbers and times
    -Wsign-conversion
    -Wold-style-cast          # hides what kind of cast it is
    -Wcast-align
    -Wnon-virtual-dtor        # deleting through a base would leak
    -Woverloaded-virtual
    -Wdouble-promotion        # float made double by accident
    -Wformat=2
    -Wimplicit-fallthrough
    -Wextra-semi
    -Wno-missing-field-initializers)  # naming some fields and leaving the others at their defaults is meant

option(PANGGIL_UNITY "Compile each library and program as one source: several times as fast, where nothing is changed all the time" OFF)

# panggil_library(NAME SOURCES … ALONE … USES …): one folder, one static library. Where all of it is compiled as one source, those
# named after ALONE are not: they have names of their own that another source has too, or that macros of a foreign header change.
function(panggil_library name)
  cmake_parse_arguments(arg "" "" "SOURCES;ALONE;USES" ${ARGN})
  set_source_files_properties(${arg_ALONE} PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
  add_library(${name} STATIC ${arg_SOURCES} ${arg_ALONE})
  target_include_directories(${name} PUBLIC ${PROJECT_SOURCE_DIR})
  target_compile_options(${name} PRIVATE ${PANGGIL_WARNINGS})
  target_link_libraries(${name} PUBLIC ${arg_USES})
  set_target_properties(${name} PROPERTIES UNITY_BUILD ${PANGGIL_UNITY} UNITY_BUILD_BATCH_SIZE 0)
endfunction()

# panggil_program(NAME SOURCES … ALONE … USES …): one binary in bin/.
function(panggil_program name)
  cmake_parse_arguments(arg "" "" "SOURCES;ALONE;USES" ${ARGN})
  set_source_files_properties(${arg_ALONE} PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
  add_executable(${name} ${arg_SOURCES} ${arg_ALONE})
  target_include_directories(${name} PRIVATE ${PROJECT_SOURCE_DIR})
  target_compile_options(${name} PRIVATE ${PANGGIL_WARNINGS})
  target_link_libraries(${name} PRIVATE ${arg_USES})
  set_target_properties(${name} PROPERTIES UNITY_BUILD ${PANGGIL_UNITY} UNITY_BUILD_BATCH_SIZE 0)
endfunction()

# The page of `verbale serve`: built by Node from web/ when its sources have changed, and embedded in the program.
# Without Node, or where npm fails, the program is built all the same and says on its page what is missing.
set(VERBALE_PAGE AUTO CACHE STRING "Build the page: AUTO where Node is found, ON (an error where it fails), OFF")
find_package(Python3 REQUIRED COMPONENTS Interpreter)
find_program(NPM npm)
set(page ${CMAKE_BINARY_DIR}/page)
set(page_sources)
set(page_mode none)
if(NOT VERBALE_PAGE STREQUAL "OFF" AND NPM)
  file(GLOB_RECURSE page_sources CONFIGURE_DEPENDS web/src/*)
  list(APPEND page_sources ${CMAKE_SOURCE_DIR}/web/index.html ${CMAKE_SOURCE_DIR}/web/package.json
    ${CMAKE_SOURCE_DIR}/web/package-lock.json ${CMAKE_SOURCE_DIR}/web/vite.config.ts
    ${CMAKE_SOURCE_DIR}/web/svelte.config.js ${CMAKE_SOURCE_DIR}/web/tsconfig.json)
  set(page_mode npm)
elseif(VERBALE_PAGE STREQUAL "ON")
  message(FATAL_ERROR "VERBALE_PAGE is ON and there is no npm: `make setup` installs it")
endif()
add_custom_command(OUTPUT ${page}/files.S ${page}/files.cc
  COMMAND ${Python3_EXECUTABLE} ${CMAKE_SOURCE_DIR}/scripts/embed_page.py --mode ${page_mode}
    --web ${CMAKE_SOURCE_DIR}/web --out ${page} --must ${VERBALE_PAGE}
  DEPENDS ${page_sources} ${CMAKE_SOURCE_DIR}/scripts/embed_page.py
  COMMENT "The page"
  VERBATIM)
enable_language(ASM)
add_library(verbale_page STATIC ${page}/files.S ${page}/files.cc)
set_source_files_properties(${page}/files.S PROPERTIES OBJECT_DEPENDS ${page}/files.cc)
target_link_libraries(verbale_serve PUBLIC verbale_page)

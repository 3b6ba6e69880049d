# The same module for any CPython: what `pip install .` builds. It binds to the
# interpreter that loads it, carries Abseil and the C++ runtime, and shows nothing
# but its init function, so that it meets no other copy of those.
add_library(hermetic_extension MODULE abseil_thread_local.cc extension.cc)
target_link_libraries(hermetic_extension PRIVATE hermetic::overlay hermetic::interposition absl::strings)
set(_exports ${CMAKE_CURRENT_SOURCE_DIR}/extension.map)
target_link_options(hermetic_extension PRIVATE
  -Wl,-O1 -Wl,--gc-sections -Wl,--no-undefined-version -Wl,--version-script=${_exports}
  -static-libstdc++ -static-libgcc)
set_target_properties(hermetic_extension PROPERTIES
  PREFIX "" OUTPUT_NAME _hermetic SUFFIX "${CPYTHON_EXTENSION_SUFFIX}" LINK_DEPENDS ${_exports})
install(TARGETS hermetic_extension LIBRARY DESTINATION .)
# Type checkers look for the stub of a module that is no package here (PEP 561).
install(FILES _hermetic.pyi DESTINATION _hermetic-stubs RENAME __init__.pyi)

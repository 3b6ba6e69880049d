# Describes the CPython that HERMETIC_PYTHON names as the target hermetic::cpython:
# headers for who compiles against it, and hermetic::cpython_runtime for who links it.
# The static archive is used where the distribution ships one beside a
# statically linked python (Debian): 9 % faster than the shared library.
execute_process(
  COMMAND ${HERMETIC_PYTHON} -I -S -c "
import sys, sysconfig as s, os, site
v = s.get_config_var
multi = v('MULTIARCH') or ''
print(v('LDVERSION') or '%d.%d' % sys.version_info[:2])
print(s.get_path('include'))
print(s.get_path('platinclude'))
print(os.path.join(v('LIBPL') or '', v('LIBRARY') or ''))
print(v('LIBDIR') or '')
print(v('LDLIBRARY') or '')
print(int(bool(v('Py_ENABLE_SHARED'))))
print(' '.join(x for x in (v('LIBS'), v('SYSLIBS')) if x))
print(s.get_path('stdlib'))
print(os.path.realpath(sys.executable))
print(sys.base_prefix)
print(sys.base_exec_prefix)
print(':'.join(site.getsitepackages()))
print(v('EXT_SUFFIX'))
"
  OUTPUT_VARIABLE _cpython OUTPUT_STRIP_TRAILING_WHITESPACE
  RESULT_VARIABLE _cpython_failed)
if(_cpython_failed)
  message(FATAL_ERROR "HERMETIC_PYTHON=${HERMETIC_PYTHON} does not run")
endif()
string(REPLACE "\n" ";" _cpython "${_cpython}")
list(GET _cpython 0 CPYTHON_VERSION)
list(GET _cpython 1 _include)
list(GET _cpython 2 _platinclude)
list(GET _cpython 3 _archive)
list(GET _cpython 4 _libdir)
list(GET _cpython 5 _ldlibrary)
list(GET _cpython 6 _shared)
list(GET _cpython 7 _syslibs)
list(GET _cpython 8 CPYTHON_STDLIB)
list(GET _cpython 9 CPYTHON_EXECUTABLE)
list(GET _cpython 10 CPYTHON_PREFIX)
list(GET _cpython 11 CPYTHON_EXEC_PREFIX)
list(GET _cpython 12 CPYTHON_SITE_DIRS)
list(GET _cpython 13 CPYTHON_EXTENSION_SUFFIX)
if(NOT EXISTS ${_include}/Python.h)
  message(FATAL_ERROR "no Python.h for ${HERMETIC_PYTHON} in ${_include}")
endif()
if(CPYTHON_VERSION VERSION_LESS 3.11)
  message(FATAL_ERROR "${HERMETIC_PYTHON} is ${CPYTHON_VERSION}; 3.11 or later is needed")
endif()

# Debian configures with --enable-shared and links its own python statically all
# the same, so what counts is whether that python needs the shared library.
execute_process(COMMAND ldd ${CPYTHON_EXECUTABLE} OUTPUT_VARIABLE _needs ERROR_QUIET)
add_library(hermetic_cpython INTERFACE)
add_library(hermetic::cpython ALIAS hermetic_cpython)
target_include_directories(hermetic_cpython SYSTEM INTERFACE ${_include} ${_platinclude})

add_library(hermetic_cpython_runtime INTERFACE)
add_library(hermetic::cpython_runtime ALIAS hermetic_cpython_runtime)
separate_arguments(_syslibs UNIX_COMMAND "${_syslibs}")
if(EXISTS ${_archive} AND NOT _needs MATCHES "libpython")
  set(CPYTHON_LINKED static)
  target_link_libraries(hermetic_cpython_runtime INTERFACE
    -Wl,--whole-archive ${_archive} -Wl,--no-whole-archive expat z ${_syslibs} dl m)
else()
  set(CPYTHON_LINKED shared)
  string(REGEX REPLACE "\\.a$" ".so" _ldlibrary "${_ldlibrary}")
  target_link_libraries(hermetic_cpython_runtime INTERFACE
    ${_libdir}/${_ldlibrary} -Wl,-rpath,${_libdir} dl m)
endif()
message(STATUS "CPython ${CPYTHON_VERSION} (${CPYTHON_LINKED}) of ${HERMETIC_PYTHON}")

# Command lines of many kinds, each of which python3 and hermetic-python must answer
# alike. A section is one case: its heading, then a script for sh in which bin/python
# is the interpreter and $WHO a command that tells where it is.

#: a name that is not its file's
bash -c 'exec -a "python" bin/python -c "$WHO"' | cut -d ' ' -f 3-

#: a name with a path that does not exist
bash -c 'exec -a /nonexistent/python bin/python -c "$WHO"' | tr " " "\n" | tail -n +3

#: pyvenv.cfg with a home that does not exist
printf "home = /opt/nowhere\n" > pyvenv.cfg
bin/python -c "$WHO"

#: pyvenv.cfg without a home
printf "include-system-site-packages = true\nversion = 3.9.1\n" > pyvenv.cfg
bin/python -c "$WHO"

#: pyvenv.cfg beside the executable
printf "home = /usr/bin\n" > bin/pyvenv.cfg
bin/python -c "$WHO"

#: pyvenv.cfg in capitals
printf "HOME=/usr/bin\nInclude-System-Site-Packages=TRUE\n" > pyvenv.cfg
bin/python -c "$WHO"

#: pyvenv.cfg with carriage returns and comments
printf "# c\r\nhome = /usr/bin\r\n\r\n" > pyvenv.cfg
bin/python -c "$WHO"

#: pyvenv.cfg that is not UTF-8
printf "home = /usr/b\351n\n" > pyvenv.cfg
bin/python -c "$WHO"

#: pyvenv.cfg with further keys
printf "home = /usr/bin\nexecutable = /usr/bin/python3\ncommand = x\nbase-executable = /x/y\nbase-prefix = /z\n" > pyvenv.cfg
bin/python -c "$WHO"

#: pyvenv.cfg with a relative home
printf "home = bin\n" > pyvenv.cfg
bin/python -c "$WHO"

#: pyvenv.cfg that is a directory
mkdir pyvenv.cfg
bin/python -c "$WHO"

#: pyvenv.cfg that is empty
: > pyvenv.cfg
bin/python -c "$WHO"

#: pyvenv.cfg and PYTHONHOME
printf "home = /usr/bin\n" > pyvenv.cfg
PYTHONHOME=$(bin/python -c "import sys; print(sys.base_prefix)") bin/python -c "$WHO"

#: an empty PYTHONHOME
PYTHONHOME= bin/python -c "$WHO"

#: a relative PYTHONHOME
PYTHONHOME=sub bin/python -c "$WHO" 2>&1 | grep -v "Current thread"

#: PYTHONHOME under -E
PYTHONHOME=sub bin/python -E -c "$WHO"

#: relative and empty entries of PYTHONPATH
PYTHONPATH=sub:../x::. bin/python -c "$WHO"

#: a ._pth file
echo sub > bin/python._pth
echo . >> bin/python._pth
bin/python -c "$WHO" 2>&1 | grep -v "Current thread"

#: a ._pth file of the version
echo sub > bin/python311._pth
bin/python -c "$WHO" 2>&1 | grep -v "Current thread"

#: pybuilddir.txt beside the executable
echo build > bin/pybuilddir.txt
bin/python -c "$WHO"

#: a build directory around the executable
mkdir bin/Modules
: > bin/Modules/Setup.local
bin/python -c "$WHO"

#: a chain of links
ln -s $PWD/bin/python sub/py
sub/py -c "$WHO"
PATH=$PWD/sub:$PATH py -c "$WHO"

#: paths that are not normal
.//bin//python -c "$WHO"
bin/./python -c "$WHO"
bin/../bin/python -c "$WHO"

#: PATH with a tilde
HOME=$PWD PATH="~/bin:$PATH" python -c "$WHO"
echo $?

#: no PATH
env -u PATH bin/python -c "$WHO"

#: an empty PATH
PATH= bin/python -c "$WHO"

#: a working directory that is gone
B=$PWD/bin/python
mkdir g
cd g
rmdir ../g
$B -c "$WHO"
$B ../script.py
$B -m this | head -1
echo "$WHO" | $B
$B -I -c "$WHO"
$B -P -c "$WHO"

#: a working directory that cannot be read
B=$PWD/bin/python
mkdir -m 0 g
cd g
$B -c "$WHO"
cd ..
rmdir g

#: a script that deletes itself
bin/python deletes.py
ls deletes.py

#: a script that deletes itself and fails
bin/python deletes_and_fails.py

#: a script that overwrites itself and fails
bin/python overwrites.py

#: scripts that cannot be read
chmod 0 script.py
bin/python script.py >/dev/null
echo $?
bin/python nosuch/x.py
bin/python script.py/x
echo $?

#: help and pydoc
bin/python -c "help(len)"
bin/python -m pydoc len

#: -V among other options
bin/python -X dev -V
bin/python -VV -c x
bin/python -c 1 -V
bin/python -V -z
bin/python -z -V
bin/python -Vz
echo $?

#: -h among other options
bin/python -hV | tail -3
bin/python -Vh
bin/python -h -z | tail -3
bin/python -hz | tail -1
echo $?

#: long options and what looks like them
bin/python --help-env -c 1 | tail -1
bin/python --help-xoptions | tail -1
bin/python --help-allx
echo $?
bin/python --help-al
echo $?
bin/python --help=1
echo $?
bin/python --versio
echo $?
bin/python --version=2
echo $?

#: unknown long options
bin/python --no-networ
echo $?
bin/python --no-networkk -c 1
echo $?
bin/python --
echo $?
bin/python --
bin/python ---
echo $?
bin/python -é
echo $?
bin/python --é
echo $?
bin/python -Bé
echo $?

#: options that are not UTF-8
bin/python "$(printf "\055\377")"
echo $?
bin/python "$(printf -- "--\377")"
echo $?
bin/python -W "$(printf "\377")" -c "import sys; print(sys.warnoptions)"
bin/python -X "$(printf "\377")=1" -c "import sys; print(sys._xoptions)"

#: --check-hash-based-pycs
bin/python --check-hash-based-pycs=always -c 1
echo $?
bin/python --check-hash-based-pycs always script.py
bin/python --check-hash-based-pyc always
echo $?

#: unknown short options
bin/python -b -Q x
echo $?
bin/python -3
echo $?
bin/python -t
echo $?
bin/python -J x
echo $?
bin/python -k
echo $?
bin/python -o x
echo $?
bin/python -c
echo $?
bin/python -Bm
echo $?

#: clusters of options
bin/python -bBdEsu script.py a
bin/python -OOvV
echo $?
bin/python -Bcprint'(1)' x
bin/python -EIc "print(2)"
bin/python -qc "print(3)"
bin/python -uxc "print(4)"
bin/python -xm package
bin/python -Ic
echo $?

#: -x with every kind of target
printf "junk\nprint(__file__)\n" > x
bin/python -x x
bin/python -x < x
printf "junk" > y
bin/python -x y
: > z
bin/python -x z
bin/python -x -m package
bin/python -x appdir
bin/python -x app.zip

#: a dash as target
echo "import sys; print(sys.argv, sys.path[0], __name__)" | bin/python - -c x
echo "print(5)" | bin/python -I -
echo "print(__file__)" | bin/python -
echo "print(1)" | bin/python -i -
echo "print(1)" | bin/python -q
echo 1+1 | bin/python -iq - a

#: two dashes before a target
echo "import sys; print(sys.argv)" | bin/python -- - a
bin/python -- script.py -c
bin/python -B -- -c x
echo $?
bin/python -- -m x
echo $?

#: files whose names begin with a dash
echo 'print(1)' > ./-c
bin/python ./-c
bin/python -- -c
cp script.py ./-x.py
bin/python -- -x.py a

#: directories and devices as programs
bin/python < sub
echo $?
bin/python - < sub
echo $?
bin/python /dev/null
bin/python /dev/fd/9 9<sub
echo $?

#: a full device for every kind of output
bin/python -c "print(1)" >/dev/full
echo $?
bin/python -c "import sys; sys.stderr.write(str(1))" 2>/dev/full
echo $?
bin/python -V >/dev/full
echo $?
bin/python -h >/dev/full
echo $?

#: archives
cd sub
../bin/python ../app.zip x
../bin/python ../app.zip/inside.py
../bin/python -m zipfile -l ../app.zip
PYTHONPATH=../app.zip ../bin/python -c "import inside; print(inside.__file__)"
PYTHONPATH=../app.zip ../bin/python -m inside

#: archives that are none
cp app.zip a.py
bin/python a.py y
cp app.zip noext
bin/python noext
printf "PK\003\004" > bad.zip
bin/python bad.zip
echo $?
printf "PK\005\006" > bad2
bin/python bad2
echo $?

#: directories that are no programs
bin/python nomain
echo $?
bin/python package
bin/python .
bin/python ""
echo $?
bin/python mainless/ a
echo $?
bin/python sub/..

#: directories with an odd __main__
mkdir dd
echo "1/0" > dd/__main__.py
bin/python dd
mkdir de
echo "x = (" > de/__main__.py
bin/python de
mkdir -p df/__main__
bin/python df
mkdir -p dg/__main__
echo "print(__name__)" > dg/__main__/__init__.py
bin/python dg

#: a directory with compiled code only
mkdir dh
echo "print(__file__)" > dh/__main__.py
bin/python -m compileall -bq dh
rm dh/__main__.py
bin/python dh

#: -m with names that are no modules
for m in nosuch nosuch.a os.nosuch os.path .a ..a a. "" " " - --x -h os/path script.py package.nosuch package/tool json json.nosuch __main__ mainless mainless.x xml sys builtins zipimport _frozen_importlib encodings importlib __hello__ __phello__ __phello__.spam
do echo "== $m"
  bin/python -m "$m" </dev/null 2>&1 | tail -3
done

#: -m with modules that fail
echo "x = (" > syn.py
bin/python -m syn
mkdir pk
echo "raise ImportError(5)" > pk/__init__.py
bin/python -m pk
bin/python -m pk.a
echo "import nosuch_zz" > imp.py
bin/python -m imp
mkdir pm
echo "import sys; sys.modules[__name__].__path__ = 5" > pm/__init__.py
bin/python -m pm.x

#: -m with further options
bin/python -m package -m package
bin/python -mpackage -I
bin/python -B -mpackage.tool x y

#: -m in a subdirectory
cd sub
../bin/python -m sibling
../bin/python -m nested a
../bin/python -I -m nested
../bin/python -P -m nested
PYTHONSAFEPATH=1 ../bin/python -m nested

#: -c with odd code
bin/python -c ''
bin/python -c ' '
bin/python -c '  x=1'
bin/python -c '

print(1)'
bin/python -c 'print(__file__)'
bin/python -c 'print(__name__, __doc__, __package__, __spec__, __loader__, __annotations__)'
bin/python -c 'import sys; print(sys.argv)' -c -m -- a
bin/python -c '# coding: latin-1
print(1)'
bin/python -c 'if 1: print(1)
else'

#: -c with bytes
bin/python -c "$(printf 'print(ascii("\377"))')"
LC_ALL=C bin/python -c "$(printf 'print(ascii("\303\251"))')"
bin/python -c "$(printf '\377')"
echo $?

#: null bytes
bin/python -c "x = '\0'; print(len(x))"
printf "print(1)\0print(2)" | bin/python
echo $?
printf "a\0b = 1" > nul.py
bin/python nul.py
echo $?
bin/python -m nul
echo $?
printf "#\0\nprint(3)" > nu.py
bin/python nu.py

#: syntax errors
bin/python -c 'x ='
bin/python -c 'def f(:'
bin/python -c '"abc'
bin/python -c '(1,
2'
bin/python -c 'f"{a"'
bin/python -c 'print 1'
bin/python -c 'x = 1 +
y'
bin/python -c 'é = €'
bin/python -c 'return'
bin/python -c 'yield 1'
bin/python -c 'await x'
bin/python -c 'break'
bin/python -c 'a b'
bin/python -c '0777'
bin/python -c '1__0'
bin/python -c 'nonlocal x'
bin/python -c 'def f(a,a): pass'
bin/python -c 'x: int = = 2'
bin/python -c '\'
bin/python -c 'if 1:
	x
        y'
echo $?

#: syntax errors on stdin
echo 'x =' | bin/python
printf 'x = 1\n(' | bin/python
printf 'if 1:\n  x\n y\n' | bin/python - a
printf "'''abc" | bin/python
printf '\357\273\277x = = 1' | bin/python
printf '# coding: nosuch\n' | bin/python
printf '\377' | bin/python
echo $?

#: interactive errors
printf 'x =\n1/0\nprint(5)\nif 1:\n  6\n\ndef f():\n  return 7\n\nf()\n' | bin/python -i 2>&1
printf 'x\0y\n5\n' | bin/python -i 2>&1
printf '\377\n5\n' | bin/python -i 2>&1
printf 'import sys; sys.exit("msg")\n' | bin/python -i
echo $?
printf 'import os; os._exit(3)' | bin/python -iq
echo $?
printf 'exit' | bin/python -iq
printf '"""a\nb"""\n' | bin/python -iq

#: -i after scripts, errors and exits
printf 'print(__name__, __file__)\nimport sys; sys.argv\nsys.flags.interactive, sys.flags.inspect\n' | bin/python -i script.py a b
printf 'print(x)\n' | PYTHONINSPECT=1 bin/python -c 'x = 5'
printf '7\n' | bin/python -c 'import os; os.environ["PYTHONINSPECT"] = "1"'
echo $?
printf '7\n' | bin/python -i nosuch.py
echo $?
printf '8\n' | bin/python -i -m nosuch
echo $?
printf '9\n' | bin/python -i appdir
printf '9\n' | bin/python -i app.zip
printf '__name__\n' | bin/python -i -c 'raise SystemExit(4)'
echo $?
printf 'raise SystemExit(6)' | bin/python -i -c '1/0'
echo $?

#: locales and stream encodings
for l in C POSIX C.UTF-8 en_US.UTF-8 xx
do LC_ALL=$l bin/python -c "import sys, locale; print(sys.flags.utf8_mode, sys.stdout.encoding, sys.stdout.errors, sys.stderr.errors, sys.getfilesystemencoding(), sys.getfilesystemencodeerrors(), locale.getpreferredencoding())"
  LC_ALL=$l PYTHONIOENCODING=utf-16:ignore bin/python -c "import sys; print(sys.stdin.encoding, file=sys.stderr)"
  LC_ALL=$l bin/python -X utf8=0 -c "import sys; print(sys.stdout.encoding, ascii(sys.argv))" é "$(printf "\377")"
done

#: locale coercion and children
env -i PATH=$PATH bin/python -c "import os; print(os.environ)"
env -i PATH=$PATH LC_CTYPE=C bin/python -c "import os, subprocess, sys; print(os.environ); subprocess.run([sys.executable, '-c', 'import os; print(os.environ)'])"
env -i PATH=$PATH LC_ALL=C PYTHONCOERCECLOCALE=1 bin/python -c "import os; print(os.environ)"
env -i PATH=$PATH LC_ALL=POSIX bin/python -c "print(chr(233))"
env -i bin/python -c "print(1)"
env -i PATH=$PATH LC_CTYPE=C bin/python -I -c "import os; print(os.environ)"
env -i LC_CTYPE=C bin/python -E -c "import os; print(os.environ)"

#: PYTHONHASHSEED
for s in 0 1 4294967295 4294967296 -1 " 5" x "" random 0x1
do PYTHONHASHSEED=$s bin/python -c "print(hash(str(1)) if '$s' not in ('', 'random') else 0)"
  echo $?
done
PYTHONHASHSEED=3 bin/python -R -c "import sys; print(sys.flags.hash_randomization)"

#: variables with odd numbers
for v in PYTHONOPTIMIZE PYTHONVERBOSE PYTHONDEBUG PYTHONINSPECT PYTHONUNBUFFERED PYTHONDONTWRITEBYTECODE PYTHONNOUSERSITE PYTHONSAFEPATH PYTHONFAULTHANDLER PYTHONDEVMODE PYTHONPROFILEIMPORTTIME PYTHONNODEBUGRANGES PYTHONUTF8 PYTHONTRACEMALLOC PYTHONINTMAXSTRDIGITS PYTHONWARNDEFAULTENCODING PYTHONMALLOCSTATS PYTHONPERFSUPPORT PYTHON_PERF_JIT_SUPPORT PYTHON_FROZEN_MODULES PYTHON_PRESITE PYTHON_GIL
do for n in 0 2 abc
  do [ $v$n = PYTHONVERBOSE2 ] && continue
    echo "== $v=$n"
    env $v=$n bin/python -c "import sys; print(sys.flags)" </dev/null 2>&1 | grep -v "import\|^#" | head -8
  done
done

#: -X with odd values
for x in dev dev=0 utf8=2 utf8=x faulthandler=0 showrefcount tracemalloc=0 tracemalloc=1 tracemalloc=99999999 tracemalloc=-1 importtime=3 showalloccount no_debug_ranges=1 int_max_str_digits=0 int_max_str_digits=639 int_max_str_digits=640 int_max_str_digits int_max_str_digits= pycache_prefix= pycache_prefix warn_default_encoding=1 frozen_modules frozen_modules=on frozen_modules=off frozen_modules=x perf perf_jit cpu_count=1 cpu_count=default cpu_count=0 cpu_count=x presite=json gil=1 gil=0 gil=2 "" = a=b=c oldparser
do echo "== $x"
  bin/python -X "$x" -c "import sys; print(sys.flags, sys._xoptions)" 2>&1 | grep -v "^import time" | head -4
done

#: -W with odd values
for w in "" error errorr e d default::DeprecationWarning ignore:x:y error::nosuch.W error::os:5 error::UserWarning:m:x error::UserWarning:m:-1 "a:b:c:d:e:f" module once always all ":::" "é"
do echo "== $w"
  bin/python -W "$w" -c "import sys, warnings; print(sys.warnoptions, [f[:3] for f in warnings.filters]); warnings.warn(1 and str(2))" 2>&1
done

#: warnings from three sources
PYTHONWARNINGS=error,ignore bin/python -W default -bb -X dev -c "import sys; print(sys.warnoptions)"
PYTHONWARNINGS=error bin/python -E -c "import sys; print(sys.warnoptions)"
PYTHONWARNINGS=error bin/python -I -c "import sys; print(sys.warnoptions)"

#: process names
bin/python -c "print(open('/proc/self/comm').read(), open('/proc/self/cmdline').read())" a b
ln -s bin/python longer-than-fifteen-characters
./longer-than-fifteen-characters -c "print(open('/proc/self/comm').read())"
bin/python script.py
cat bin/../script.py | bin/python - x

#: variables of the shell
bin/python -c "import os; print(os.readlink('/proc/self/cwd').split('/')[-1], os.environ.get('_'), os.environ.get('SHLVL'), sorted(os.environ))"

#: long arguments and many
bin/python -c "import sys; print(len(sys.argv), len(sys.argv[1]))" $(seq 3000)
bin/python -c "import sys; print(len(sys.argv[1]))" "$(head -c 100000 /dev/zero | tr "\0" x)"
bin/python -c "import sys; print(sys.argv)" "" " " "
" "a b" '"'

#: sitecustomize that ends the program
mkdir s
echo "import sys; print('sc', sys.argv, sys.flags.isolated, hasattr(sys, 'ps1'), sys.path[:2], sorted(sys.modules)[-8:])" > s/sitecustomize.py
PYTHONPATH=s bin/python script.py a
PYTHONPATH=s bin/python -c 1 b
PYTHONPATH=s bin/python -m package
PYTHONPATH=s bin/python -I -c 1
PYTHONPATH=s bin/python -S -c 1
PYTHONPATH=s bin/python -E -c 1
echo "raise SystemExit(7)" > s/sitecustomize.py
PYTHONPATH=s bin/python -c 1
echo $?
echo "raise KeyboardInterrupt" > s/sitecustomize.py
PYTHONPATH=s bin/python -c 1
echo $?
echo "import os; os._exit(5)" > s/sitecustomize.py
PYTHONPATH=s bin/python -c 1
echo $?
echo "x = (" > s/sitecustomize.py
PYTHONPATH=s bin/python -c 1
echo $?
PYTHONPATH=s bin/python -v -c 1 2>&1 | grep -c SyntaxError

#: PYTHONSTARTUP
echo "x = 5; import sys; print(sys.argv, __name__, '__file__' in globals())" > st.py
printf "x\n" | PYTHONSTARTUP=st.py bin/python -i
printf "x\n" | PYTHONSTARTUP=st.py bin/python -I -i
printf "x\n" | PYTHONSTARTUP=st.py bin/python -i -c "x = 6"
echo "1/0" > st.py
printf "7\n" | PYTHONSTARTUP=st.py bin/python -i
echo "x = (" > st.py
printf "7\n" | PYTHONSTARTUP=st.py bin/python -i
echo "raise SystemExit(9)" > st.py
printf "7\n" | PYTHONSTARTUP=st.py bin/python -i
echo $?
printf "7\n" | PYTHONSTARTUP=sub bin/python -i
printf "7\n" | PYTHONSTARTUP= bin/python -i

#: where bytecode is written
printf "import sub.sibling as s; print(s.__cached__)" > imp.py
bin/python imp.py
ls -R sub | sort
rm -r sub/__pycache__
bin/python -O imp.py
bin/python -OO imp.py
PYTHONPYCACHEPREFIX=/proc/nowhere bin/python imp.py
chmod 555 sub
bin/python imp.py
ls sub/__pycache__
PYTHONDONTWRITEBYTECODE=1 bin/python imp.py
bin/python -X pycache_prefix=pc imp.py
find pc -name "sib*" | wc -l

#: bytecode that is stale
echo "print(1)" > mod.py
bin/python -m compileall -q mod.py
touch -d 2001-01-01 mod.py
echo "print(2)" >> mod.py
bin/python -c "import mod"
bin/python -m compileall -q --invalidation-mode unchecked-hash mod.py
echo "print(3)" >> mod.py
bin/python -c "import mod"
bin/python --check-hash-based-pycs always -c "import mod"
printf "junk" > __pycache__/mod.cpython-311.pyc
bin/python -c "import mod"

#: resource limits
(ulimit -n 20
bin/python -c "import os; print(len(os.listdir('/proc/self/fd')))")
(ulimit -v 100000
bin/python -c "bytearray(10**9)"
echo $?)
(ulimit -t 1
bin/python -c "while 1: pass"
echo $?)
(ulimit -f 0
trap "" XFSZ
bin/python -c "open('big','w').write('x')"
echo $?)
(ulimit -s 256
bin/python -c "print(1)")
(ulimit -u 500
bin/python -c "import threading as t; x = t.Thread(target=print, args=(1,)); x.start(); x.join()")
umask 077
bin/python -c "open('made','w')"
stat -c %a made

#: crashes
(ulimit -c 0
bin/python -X faulthandler -c "import ctypes; ctypes.string_at(0)" 2>&1 | grep -v 0x
bin/python -c "import os, signal; os.kill(os.getpid(), signal.SIGSEGV)"
echo $?
bin/python -c "import os; os.abort()"
echo $?
PYTHONFAULTHANDLER=1 bin/python -c "import os, signal; os.kill(os.getpid(), signal.SIGFPE)" 2>&1 | grep -v 0x
bin/python -c "import resource; print(resource.getrlimit(resource.RLIMIT_CORE))")
bin/python -c "import ctypes; print(ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))"

#: faulthandler's other functions
bin/python -c "import faulthandler, time; faulthandler.dump_traceback_later(.2, exit=True); time.sleep(1)" 2>&1 | grep -v 0x
echo $?
bin/python -c "import faulthandler, signal, os; faulthandler.register(signal.SIGUSR1); os.kill(os.getpid(), signal.SIGUSR1); print(1)" 2>&1 | grep -v 0x
bin/python -X dev -c "import os; os.abort()" 2>&1 | grep -v 0x
bin/python -c "import faulthandler; faulthandler._stack_overflow()" 2>&1 | head -1
echo $?

#: threads at the end
bin/python thread_outlives.py
echo $?
bin/python daemons.py
echo $?
bin/python thread_at_exit.py
echo $?
bin/python thread_ends_all.py
echo $?
bin/python thread_interrupts.py 2>&1 | tail -1
echo $?

#: forks at the end
bin/python fork_exits.py
echo $?
bin/python fork_and_thread.py
echo $?
bin/python workers.py | sort
echo $?

#: development mode and allocators
bin/python -X dev -c "open('script.py')"
bin/python -X dev -c "import sys; print(sys.flags, sys.warnoptions)"
PYTHONMALLOC=debug bin/python -c "print(1)"
PYTHONMALLOC=malloc bin/python -c "print(1)"
PYTHONMALLOCSTATS=1 bin/python -c "print(1)" 2>&1 | grep -q pools && echo told
PYTHONDUMPREFS=1 bin/python -c "print(1)"
PYTHONTHREADDEBUG=1 bin/python -c "print(1)"

#: tracemalloc from the start
bin/python -X tracemalloc=3 -c "import tracemalloc; print(tracemalloc.get_traceback_limit()); open('script.py')" -W default
bin/python -X tracemalloc -W default -c "f = open('script.py'); del f"

#: import times
bin/python -X importtime -c "import json" 2>&1 | sed "s/.*|//"
bin/python -I -S -X importtime -c 1 2>&1 | sed "s/.*|//"

#: frozen modules
bin/python -X frozen_modules=off -c "import os, sys; print(os.__spec__.origin, sys.modules['codecs'].__spec__.origin)"
bin/python -X frozen_modules=on -c "import os; print(os.__spec__.origin, os.__file__)"
bin/python -m __hello__
bin/python -c "import __phello__.spam"

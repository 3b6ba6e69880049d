# policy: --no-network
# evidence: heard tcp
# env: PYTHONINSPECT=1
# run: -i -c pass {host} {port}
# stdin: import socket, sys; socket.create_connection(("{host}", {port}))

# PYTHONINSPECT goes on reading a program after the target has ended.
pass

# needs: program openssl
# setup: openssl req -x509 -newkey rsa:2048 -nodes -keyout key.pem -out cert.pem -days 2 -subj /CN=localhost -addext subjectAltName=DNS:localhost 2>/dev/null

# A handshake between two memory buffers needs no network at all.
import ssl

server_context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
server_context.load_cert_chain("cert.pem", "key.pem")
client_context = ssl.create_default_context(cafile="cert.pem")
to_server, to_client = ssl.MemoryBIO(), ssl.MemoryBIO()
client = client_context.wrap_bio(to_client, to_server, server_hostname="localhost")
server = server_context.wrap_bio(to_server, to_client, server_side=True)
for _ in range(3):
    for side in (client, server):
        try:
            side.do_handshake()
        except ssl.SSLWantReadError:
            pass
client.write(b"over memory")
print(server.read(), client.version())

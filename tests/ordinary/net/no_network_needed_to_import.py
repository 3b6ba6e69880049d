import ftplib
import http.client
import http.server
import imaplib
import ipaddress
import selectors
import smtplib
import socket
import socketserver
import ssl
import urllib.request
import xmlrpc.client

print(
    socket.AF_INET.name,
    ssl.OPENSSL_VERSION_INFO > (1,),
    ipaddress.ip_network("10.0.0.0/30").num_addresses,
)
context = ssl.create_default_context()
print(context.verify_mode.name, socket.has_ipv6, urllib.request.Request("http://example.com/").host)
print(selectors.DefaultSelector().select(0))

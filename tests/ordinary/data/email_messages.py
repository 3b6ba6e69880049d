import email
import email.policy
from email.message import EmailMessage

message = EmailMessage()
message["Subject"], message["To"] = "Gr\u00fc\u00dfe", "a@example.com"
message.set_content("hello\n")
message.add_attachment(b"data", maintype="application", subtype="octet-stream", filename="x.bin")
parsed = email.message_from_bytes(message.as_bytes(), policy=email.policy.default)
print(
    parsed["subject"],
    [part.get_content_type() for part in parsed.walk()],
    parsed.get_body().get_content(),
)

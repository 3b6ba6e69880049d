import uuid

print(uuid.uuid1().version, uuid.uuid3(uuid.NAMESPACE_URL, "x"), 0 <= uuid.getnode() < 1 << 48)

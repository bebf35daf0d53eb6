"""Shopify's own library for Python against a devstore at 127.0.0.1:PORT: what a program does in its first hour.

Prints what it met, as JSON.
"""

import json
import socket
import sys

import shopify

port, token = sys.argv[1:]
# The library asks the host SHOP.DOMAIN, which not every machine knows. The token says which store is meant, so that any
# name will do.
resolve = socket.getaddrinfo
socket.getaddrinfo = lambda host, *rest, **named: resolve("127.0.0.1", *rest, **named)
shopify.Session.setup(protocol="http", myshopify_domain="localhost", port=port)
session = shopify.Session("devstore", "2026-10", token)
shopify.ShopifyResource.activate_session(session)

CREATE = """mutation Create($order: OrderCreateOrderInput!) {
  orderCreate(order: $order) { order { id name } userErrors { field message } }
}"""
READ = """query Read($id: ID!) {
  order(id: $id) { name totalPriceSet { shopMoney { amount currencyCode } } lineItems(first: 5) { nodes { title quantity } } }
}"""
PAGE = """query Page($after: String) {
  products(first: 4, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } }
}"""
THROTTLED = "query Throttled { shop { name } }"


def answer(document, variables=None):
    return json.loads(shopify.GraphQL().execute(document, variables))


def ask(document, variables=None):
    answered = answer(document, variables)
    if "errors" in answered:
        raise SystemExit(answered["errors"])
    return answered["data"]


price = {"shopMoney": {"amount": "12.50", "currencyCode": "NOK"}}
created = ask(CREATE, {"order": {"lineItems": [{"title": "Kopp", "quantity": 2, "priceSet": price}]}})
order = ask(READ, {"id": created["orderCreate"]["order"]["id"]})["order"]

products, pages, after = set(), 0, None
while True:
    page = ask(PAGE, {"after": after})["products"]
    products.update(product["id"] for product in page["nodes"])
    pages += 1
    if not page["pageInfo"]["hasNextPage"]:
        break
    after = page["pageInfo"]["endCursor"]

refused = ask(CREATE, {"order": {"lineItems": []}})["orderCreate"]
throttled = answer(THROTTLED)
again = answer(THROTTLED)

print(
    json.dumps(
        {
            "order": order,
            "pages": pages,
            "products": len(products),
            "userErrors": refused["userErrors"],
            "throttled": throttled["errors"][0]["extensions"]["code"],
            "again": again["data"]["shop"]["name"],
        }
    )
)

// Shopify's own client for JavaScript against a devstore at ADDRESS: what a program does in its first hour.
// Prints what it met, as JSON.

import { createAdminApiClient } from "@shopify/admin-api-client";

const [address, accessToken] = process.argv.slice(2);
const domain = "devstore.myshopify.com";

const client = createAdminApiClient({
  storeDomain: domain,
  apiVersion: "2026-10",
  accessToken,
  // It insists on https and on the domain of a shop: the token says which store is meant.
  customFetchApi: (url, init) => fetch(url.replace(`https://${domain}`, address), init),
});

const CREATE = `mutation Create($order: OrderCreateOrderInput!) {
  orderCreate(order: $order) { order { id name } userErrors { field message } }
}`;
const READ = `query Read($id: ID!) {
  order(id: $id) { name totalPriceSet { shopMoney { amount currencyCode } } lineItems(first: 5) { nodes { title quantity } } }
}`;
const PAGE = `query Page($after: String) {
  products(first: 4, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } }
}`;

async function ask(document, variables) {
  const { data, errors } = await client.request(document, { variables });
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}

const priceSet = { shopMoney: { amount: "12.50", currencyCode: "NOK" } };
const { orderCreate } = await ask(CREATE, { order: { lineItems: [{ title: "Kopp", quantity: 2, priceSet }] } });
const { order } = await ask(READ, { id: orderCreate.order.id });

const products = new Set();
let pages = 0;
for (let after = null, more = true; more; ) {
  const page = (await ask(PAGE, { after })).products;
  for (const product of page.nodes) products.add(product.id);
  ({ endCursor: after, hasNextPage: more } = page.pageInfo);
  pages += 1;
}

const refused = (await ask(CREATE, { order: { lineItems: [] } })).orderCreate;

const throttled = await client.request("query Throttled { shop { name } }");
const again = await client.request("query Throttled { shop { name } }");

console.log(
  JSON.stringify({
    order,
    pages,
    products: products.size,
    userErrors: refused.userErrors,
    throttled: throttled.errors?.graphQLErrors?.[0]?.extensions?.code,
    again: again.data?.shop?.name,
  }),
);

//! Drafts of orders: what they are made of, changed to and calculated as.

use devstore::{DEFAULT_TOKEN, Part, StoreOptions};
use serde_json::{Value, json};

use crate::shop::Shop;

pub const CREATE: &str = "mutation Create($input: DraftOrderInput!) {
  draftOrderCreate(input: $input) {
    draftOrder {
      id name status ready email note2 poNumber phone tags taxExempt taxesIncluded createdAt updatedAt completedAt
      currencyCode presentmentCurrencyCode visibleToCustomer reserveInventoryUntil totalWeight
      totalQuantityOfLineItems billingAddressMatchesShippingAddress
      customer { id displayName } purchasingEntity { ... on Customer { id } } order { id }
      customAttributes { key value } shippingAddress { name city countryCodeV2 } billingAddress { city }
      appliedDiscount { title description value valueType amountSet { shopMoney { amount } } }
      shippingLine { title code custom originalPriceSet { shopMoney { amount } } }
      paymentTerms {
        dueInDays paymentTermsName paymentTermsType overdue
        paymentSchedules(first: 2) { nodes { issuedAt dueAt completedAt balanceDue { amount currencyCode } } }
      }
      taxLines { title rate priceSet { shopMoney { amount } } }
      amountDueNowSet { shopMoney { amount } } amountDueLaterSet { shopMoney { amount } }
      lineItemsSubtotalPrice { shopMoney { amount } } totalLineItemsPriceSet { shopMoney { amount } }
      subtotalPriceSet { shopMoney { amount } } totalDiscountsSet { shopMoney { amount } }
      totalShippingPriceSet { shopMoney { amount } } totalTaxSet { shopMoney { amount } }
      totalPriceSet { shopMoney { amount currencyCode } presentmentMoney { amount currencyCode } }
      lineItems(first: 5) {
        nodes {
          id uuid title name sku quantity custom taxable requiresShipping variantTitle vendor
          variant { id } product { title } weight { value unit } customAttributes { key value }
          appliedDiscount { title value valueType amountSet { shopMoney { amount } } }
          originalUnitPriceSet { shopMoney { amount } } originalTotalSet { shopMoney { amount } }
          totalDiscountSet { shopMoney { amount } } discountedTotalSet { shopMoney { amount } }
          approximateDiscountedUnitPriceSet { shopMoney { amount } } taxLines { priceSet { shopMoney { amount } } }
          priceOverride { amount }
        }
      }
    }
    userErrors { field message }
  }
}";

pub const UPDATE: &str = "mutation Update($id: ID!, $input: DraftOrderInput!) {
  draftOrderUpdate(id: $id, input: $input) {
    draftOrder {
      id name status email note2 tags updatedAt customer { displayName } appliedDiscount { value }
      shippingLine { title } reserveInventoryUntil
      paymentTerms { paymentSchedules(first: 1) { nodes { dueAt } } }
      totalPriceSet { shopMoney { amount } } lineItems(first: 5) { nodes { id title quantity } }
    }
    userErrors { field message }
  }
}";

pub const COMPLETE: &str = "mutation Complete($id: ID!, $pending: Boolean, $gateway: ID, $source: String) {
  draftOrderComplete(id: $id, paymentPending: $pending, paymentGatewayId: $gateway, sourceName: $source) {
    draftOrder { id status completedAt updatedAt order { id name } }
    userErrors { field message }
  }
}";

pub const DELETE: &str = "mutation Delete($id: ID!) {
  draftOrderDelete(input: { id: $id }) { deletedId userErrors { field message } }
}";

pub const SEND: &str = "mutation Send($id: ID!, $email: EmailInput) {
  draftOrderInvoiceSend(id: $id, email: $email) {
    draftOrder { status invoiceSentAt }
    userErrors { field message }
  }
}";

/// A line that is not in the catalogue.
pub fn custom(title: &str, quantity: i64, price: &str) -> Value {
    json!({
        "title": title,
        "quantity": quantity,
        "originalUnitPriceWithCurrency": { "amount": price, "currencyCode": "NOK" },
    })
}

/// A draft of this input.
pub async fn draft(shop: &Shop, input: Value) -> Value {
    shop.done(CREATE, json!({ "input": input })).await["draftOrder"].clone()
}

/// What becomes of the draft: the id of the order.
pub async fn completed(shop: &Shop, draft: &Value, more: Value) -> Value {
    let mut variables = json!({ "id": draft["id"] });
    variables.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    shop.done(COMPLETE, variables).await["draftOrder"]["order"]["id"].clone()
}

/// The names of the drafts that a list of these arguments has.
pub async fn names(shop: &Shop, arguments: &str) -> Vec<String> {
    let data = shop.data(&format!("{{ draftOrders({arguments}) {{ nodes {{ name }} }} }}")).await;
    let nodes = data["draftOrders"]["nodes"].as_array().unwrap();
    nodes.iter().map(|node| node["name"].as_str().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn a_draft_is_found_by_its_id_in_the_list_and_as_a_node() {
    let shop = Shop::new();
    let first = draft(&shop, json!({ "lineItems": [custom("Kopp", 2, "99.50")], "note": "Til kontoret" })).await;
    assert_eq!((&first["name"], &first["status"], &first["ready"]), (&json!("#D1"), &json!("OPEN"), &json!(true)));
    assert_eq!(first["note2"], "Til kontoret");
    assert_eq!(first["createdAt"], "2026-11-02T08:30:00Z");
    assert_eq!(draft(&shop, json!({ "lineItems": [custom("Kopp", 1, "1")] })).await["name"], "#D2");
    let query = "query($id: ID!, $line: ID!) {
      draftOrder(id: $id) { name }
      node(id: $id) { ... on DraftOrder { name legacyResourceId invoiceUrl } }
      line: node(id: $line) { ... on DraftOrderLineItem { title quantity } }
      draftOrdersCount { count }
    }";
    let line = &first["lineItems"]["nodes"][0]["id"];
    let data = shop.data_with(query, json!({ "id": first["id"], "line": line })).await;
    assert_eq!(data["draftOrder"]["name"], "#D1");
    let number = first["id"].as_str().unwrap().rsplit('/').next().unwrap();
    assert_eq!(data["node"]["legacyResourceId"], number);
    assert!(
        data["node"]["invoiceUrl"]
            .as_str()
            .unwrap()
            .starts_with("https://devstore.myshopify.com/71234567890/invoices/")
    );
    assert_eq!(data["line"], json!({ "title": "Kopp", "quantity": 2 }));
    assert_eq!(data["draftOrdersCount"]["count"], 2);
    assert_eq!(names(&shop, "first: 5").await, ["#D1", "#D2"]);
    let nothing = shop.data("{ draftOrder(id: \"gid://shopify/DraftOrder/1\") { id } }").await;
    assert_eq!(nothing["draftOrder"], Value::Null);
}

#[tokio::test]
async fn a_draft_keeps_everything_that_an_order_has() {
    let shop = Shop::new();
    let input = json!({
        "email": "kari@example.com",
        "phone": "+4740000001",
        "note": "Ring først",
        "poNumber": "PO-7",
        "tags": ["web", "Faktura", "WEB"],
        "customAttributes": [{ "key": "Leveringsønske", "value": "Etter kl. 16" }],
        "reserveInventoryUntil": "2026-11-09T08:00:00Z",
        "visibleToCustomer": false,
        "shippingAddress": { "firstName": "Kari", "lastName": "Vik", "address1": "Strandgaten 1", "city": "Bergen", "zip": "5013", "countryCode": "NO" },
        "lineItems": [{
            "title": "Kopp", "quantity": 3, "sku": "K-1", "taxable": false, "requiresShipping": false,
            "originalUnitPrice": "10", "uuid": "1a2b", "weight": { "value": 200, "unit": "GRAMS" },
            "customAttributes": [{ "key": "Farge", "value": "Blå" }],
        }],
    });
    let made = draft(&shop, input).await;
    assert_eq!(made["email"], "kari@example.com");
    assert_eq!(made["phone"], "+4740000001");
    assert_eq!(made["poNumber"], "PO-7");
    assert_eq!(made["tags"], json!(["Faktura", "web"]));
    assert_eq!(made["customAttributes"], json!([{ "key": "Leveringsønske", "value": "Etter kl. 16" }]));
    assert_eq!(made["reserveInventoryUntil"], "2026-11-09T08:00:00Z");
    assert_eq!(made["visibleToCustomer"], false);
    assert_eq!(made["shippingAddress"], json!({ "name": "Kari Vik", "city": "Bergen", "countryCodeV2": "NO" }));
    assert_eq!(made["billingAddressMatchesShippingAddress"], false);
    assert_eq!((&made["totalQuantityOfLineItems"], &made["totalWeight"]), (&json!(3), &json!("600")));
    let line = &made["lineItems"]["nodes"][0];
    assert_eq!((&line["sku"], &line["uuid"], &line["custom"]), (&json!("K-1"), &json!("1a2b"), &json!(true)));
    assert_eq!((&line["taxable"], &line["requiresShipping"]), (&json!(false), &json!(false)));
    assert_eq!(line["customAttributes"], json!([{ "key": "Farge", "value": "Blå" }]));
    assert_eq!(line["weight"], json!({ "value": 200.0, "unit": "GRAMS" }));
    // Whose e-mail address nobody had before is a customer now.
    assert_eq!(made["customer"]["displayName"], "Kari Vik");
    assert_eq!(made["purchasingEntity"]["id"], made["customer"]["id"]);
    let next = draft(&shop, json!({ "email": "Kari@Example.com", "lineItems": [custom("Kopp", 1, "1")] })).await;
    assert_eq!(next["customer"]["id"], made["customer"]["id"]);
    assert_eq!(shop.handle().holds(None).unwrap().customers, 1);
}

#[tokio::test]
async fn a_draft_of_a_customer_has_their_address_only_when_it_is_wanted() {
    let shop = Shop::new();
    let create =
        "mutation($input: CustomerInput!) { customerCreate(input: $input) { customer { id } userErrors { message } } }";
    let address = json!({ "address1": "Strandgaten 1", "city": "Bergen", "countryCode": "NO" });
    let input = json!({ "email": "kari@example.com", "taxExempt": true, "addresses": [address] });
    let customer = shop.done(create, json!({ "input": input })).await["customer"]["id"].clone();
    for (wanted, city) in [(false, Value::Null), (true, json!("Bergen"))] {
        let made = draft(
            &shop,
            json!({
                "purchasingEntity": { "customerId": customer },
                "useCustomerDefaultAddress": wanted,
                "lineItems": [custom("Kopp", 1, "100")],
            }),
        )
        .await;
        assert_eq!(made["shippingAddress"]["city"], city);
        assert_eq!(made["billingAddress"]["city"], city);
        assert_eq!(made["email"], "kari@example.com");
        assert_eq!((&made["taxExempt"], &made["taxLines"]), (&json!(true), &json!([])));
    }
}

#[tokio::test]
async fn a_line_of_a_variant_is_what_the_variant_says() {
    let shop = Shop::new();
    let variant = shop.product("Lue", "349", 5).await;
    let given = json!({
        "variantId": variant, "quantity": 2, "title": "Annet", "sku": "X", "originalUnitPrice": "1", "taxable": false,
    });
    let override_ =
        json!({ "variantId": variant, "quantity": 1, "priceOverride": { "amount": "300", "currencyCode": "NOK" } });
    let made = draft(&shop, json!({ "lineItems": [given, override_] })).await;
    let lines = &made["lineItems"]["nodes"];
    assert_eq!((&lines[0]["title"], &lines[0]["sku"]), (&json!("Lue"), &json!("Lue")));
    assert_eq!((&lines[0]["custom"], &lines[0]["taxable"]), (&json!(false), &json!(true)));
    assert_eq!((&lines[0]["variant"]["id"], &lines[0]["product"]["title"]), (&variant, &json!("Lue")));
    assert_eq!(lines[0]["originalUnitPriceSet"]["shopMoney"]["amount"], "349.0");
    assert_eq!(lines[1]["originalUnitPriceSet"]["shopMoney"]["amount"], "300.0");
    assert_eq!((&lines[0]["priceOverride"], &lines[1]["priceOverride"]["amount"]), (&Value::Null, &json!("300.0")));
}

#[tokio::test]
async fn what_an_update_leaves_out_stays_and_a_null_takes_it_away() {
    let shop = Shop::new();
    let made = draft(
        &shop,
        json!({
            "lineItems": [custom("Kopp", 2, "100")],
            "note": "Før",
            "tags": ["a"],
            "appliedDiscount": { "value": 10, "valueType": "PERCENTAGE" },
            "shippingLine": { "title": "Hjem", "priceWithCurrency": { "amount": "50", "currencyCode": "NOK" } },
            "paymentTerms": { "paymentTermsTemplateId": "gid://shopify/PaymentTermsTemplate/4" },
            "reserveInventoryUntil": "2026-11-02T09:00:00Z",
        }),
    )
    .await;
    shop.pass(3_600);
    let change = |input: Value| json!({ "id": made["id"], "input": input });
    let noted = shop.done(UPDATE, change(json!({ "note": "Etter" }))).await["draftOrder"].clone();
    assert_eq!((&noted["note2"], &noted["tags"]), (&json!("Etter"), &json!(["a"])));
    assert_eq!(noted["totalPriceSet"]["shopMoney"]["amount"], "230.0");
    assert_eq!(noted["updatedAt"], "2026-11-02T09:30:00Z");
    // Nor have the lines become others, the thirty days begun anew, or the day that has passed become a mistake.
    assert_eq!(noted["lineItems"]["nodes"][0]["id"], made["lineItems"]["nodes"][0]["id"]);
    assert_eq!(noted["paymentTerms"]["paymentSchedules"]["nodes"][0]["dueAt"], "2026-12-02T08:30:00Z");
    assert_eq!(noted["reserveInventoryUntil"], "2026-11-02T09:00:00Z");
    let gone = json!({ "appliedDiscount": null, "shippingLine": null, "note": null, "paymentTerms": null });
    let bare = shop.done(UPDATE, change(gone)).await["draftOrder"].clone();
    assert_eq!((&bare["appliedDiscount"], &bare["shippingLine"]), (&Value::Null, &Value::Null));
    assert_eq!((&bare["note2"], &bare["paymentTerms"]), (&Value::Null, &Value::Null));
    assert_eq!(bare["totalPriceSet"]["shopMoney"]["amount"], "200.0");
    let other = shop.done(UPDATE, change(json!({ "lineItems": [custom("Fat", 1, "70")] }))).await["draftOrder"].clone();
    assert_ne!(other["lineItems"]["nodes"][0]["id"], made["lineItems"]["nodes"][0]["id"]);
    assert_eq!(other["totalPriceSet"]["shopMoney"]["amount"], "70.0");
}

#[tokio::test]
async fn what_is_calculated_is_what_a_draft_would_cost_and_nothing_is_kept() {
    let shop = Shop::new();
    let variant = shop.product("Lue", "349", 5).await;
    let calculate = "mutation($input: DraftOrderInput!) {
      draftOrderCalculate(input: $input) {
        calculatedDraftOrder {
          currencyCode totalQuantityOfLineItems customer { id } availableShippingRates { handle }
          subtotalPriceSet { shopMoney { amount } } totalTaxSet { shopMoney { amount } }
          totalPriceSet { shopMoney { amount } } appliedDiscount { amountSet { shopMoney { amount } } }
          lineItems { title custom quantity originalUnitPrice { amount } discountedTotal { amount currencyCode } uuid }
        }
        userErrors { field message }
      }
    }";
    let input = json!({
        "email": "kari@example.com",
        "lineItems": [{ "variantId": variant, "quantity": 2 }],
        "appliedDiscount": { "value": 98, "valueType": "FIXED_AMOUNT" },
    });
    let calculated = shop.done(calculate, json!({ "input": input })).await["calculatedDraftOrder"].clone();
    assert_eq!(calculated["totalPriceSet"]["shopMoney"]["amount"], "600.0");
    assert_eq!(calculated["totalTaxSet"]["shopMoney"]["amount"], "120.0");
    assert_eq!(calculated["appliedDiscount"]["amountSet"]["shopMoney"]["amount"], "98.0");
    assert_eq!((&calculated["customer"], &calculated["availableShippingRates"]), (&Value::Null, &json!([])));
    let line = &calculated["lineItems"][0];
    assert_eq!((&line["title"], &line["custom"]), (&json!("Lue"), &json!(false)));
    assert_eq!(line["originalUnitPrice"]["amount"], "349.0");
    assert_eq!(line["discountedTotal"], json!({ "amount": "698.0", "currencyCode": "NOK" }));
    let made = draft(&shop, input).await;
    assert_eq!((&made["name"], &made["totalPriceSet"]["shopMoney"]["amount"]), (&json!("#D1"), &json!("600.0")));
    assert_eq!(shop.data("{ draftOrdersCount { count } }").await["draftOrdersCount"]["count"], 1);
}

#[tokio::test]
async fn tags_are_put_on_a_draft_and_stay_through_the_next_update() {
    let shop = Shop::new();
    let made = draft(&shop, json!({ "lineItems": [custom("Kopp", 1, "1")], "tags": ["b"] })).await;
    let add = "mutation($id: ID!, $tags: [String!]!) { tagsAdd(id: $id, tags: $tags) { node { ... on DraftOrder { tags } } userErrors { message } } }";
    let tagged = shop.done(add, json!({ "id": made["id"], "tags": ["a"] })).await;
    assert_eq!(tagged["node"]["tags"], json!(["a", "b"]));
    let noted = shop.done(UPDATE, json!({ "id": made["id"], "input": { "note": "x" } })).await;
    assert_eq!(noted["draftOrder"]["tags"], json!(["a", "b"]));
    completed(&shop, &made, json!({})).await;
    let last = shop.done(UPDATE, json!({ "id": made["id"], "input": { "tags": ["c"] } })).await;
    assert_eq!((&last["draftOrder"]["tags"], &last["draftOrder"]["status"]), (&json!(["c"]), &json!("COMPLETED")));
}

#[tokio::test]
async fn a_deleted_draft_is_gone_and_its_number_is_not_given_again() {
    let shop = Shop::new();
    let made = draft(&shop, json!({ "lineItems": [custom("Kopp", 1, "1")] })).await;
    let deleted = shop.done(DELETE, json!({ "id": made["id"] })).await;
    assert_eq!(deleted["deletedId"], made["id"]);
    assert_eq!(names(&shop, "first: 5").await, [""; 0]);
    assert_eq!(shop.refused(DELETE, json!({ "id": made["id"] })).await, "Draft order does not exist");
    assert_eq!(draft(&shop, json!({ "lineItems": [custom("Kopp", 1, "1")] })).await["name"], "#D2");
}

#[tokio::test]
async fn drafts_are_of_one_store_and_come_back_with_its_snapshot() {
    let shop = Shop::with(|mut options| {
        options.stores.push(StoreOptions::new("other.myshopify.com", "shpat_other"));
        options
    });
    draft(&shop, json!({ "lineItems": [custom("Kopp", 1, "1")] })).await;
    let count = json!({ "query": "{ draftOrdersCount { count } }" }).to_string();
    let path = "/admin/api/2026-10/graphql.json";
    let theirs = shop.post(path, Some("shpat_other"), &count).await.json();
    assert_eq!(theirs["data"]["draftOrdersCount"]["count"], 0);
    let ours = || async {
        shop.post(path, Some(DEFAULT_TOKEN), &count).await.json()["data"]["draftOrdersCount"]["count"].clone()
    };
    shop.handle().snapshot("one");
    draft(&shop, json!({ "lineItems": [custom("Kopp", 1, "1")] })).await;
    shop.handle().restore("one").unwrap();
    assert_eq!(ours().await, 1);
    let file = tempfile::tempdir().unwrap();
    let path = file.path().join("stores.json");
    shop.devstore.save(&path).unwrap();
    shop.handle().reset(&[Part::Data]);
    assert_eq!(ours().await, 0);
    shop.devstore.load(&path).unwrap();
    assert_eq!(ours().await, 1);
    assert_eq!(draft(&shop, json!({ "lineItems": [custom("Kopp", 1, "1")] })).await["name"], "#D2");
}

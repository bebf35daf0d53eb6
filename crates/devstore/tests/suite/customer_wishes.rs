//! Whether customers want to be written to, by e-mail and by SMS.

use rstest::rstest;
use serde_json::{Value, json};

use crate::customers::customer;
use crate::shop::Shop;

const BY_EMAIL: &str = "mutation($input: CustomerEmailMarketingConsentUpdateInput!) {
  customerEmailMarketingConsentUpdate(input: $input) {
    customer { updatedAt mail: defaultEmailAddress { marketingState marketingOptInLevel marketingUpdatedAt } }
    userErrors { field message code }
  }
}";

const BY_SMS: &str = "mutation($input: CustomerSmsMarketingConsentUpdateInput!) {
  customerSmsMarketingConsentUpdate(input: $input) {
    customer { call: defaultPhoneNumber { smsMarketingConsent { state optInLevel updatedAt } } }
    userErrors { field message code }
  }
}";

#[tokio::test]
async fn what_a_customer_says_of_being_written_to_is_kept_with_its_time() {
    let shop = Shop::new();
    let kari = customer(&shop, json!({ "email": "kari@example.com", "phone": "+4740000001" })).await;
    shop.pass(60);
    let wish = json!({ "marketingState": "SUBSCRIBED", "marketingOptInLevel": "SINGLE_OPT_IN" });
    let mail = shop.done(BY_EMAIL, json!({ "input": { "customerId": kari, "emailMarketingConsent": wish } })).await;
    let now = "2026-11-02T08:31:00Z";
    let said =
        json!({ "marketingState": "SUBSCRIBED", "marketingOptInLevel": "SINGLE_OPT_IN", "marketingUpdatedAt": now });
    assert_eq!(mail["customer"], json!({ "updatedAt": now, "mail": said }));

    let read = "query($id: ID!) { customer(id: $id) {
        call: defaultPhoneNumber { smsMarketingConsent { state optInLevel updatedAt } } } }";
    let never = json!({ "state": "NEVER_SUBSCRIBED", "optInLevel": null, "updatedAt": null });
    let told = shop.one(read, json!({ "id": kari })).await;
    assert_eq!(told["call"]["smsMarketingConsent"], never, "one wish is not the other");
    let sms = async |wish: Value| {
        let done = shop.done(BY_SMS, json!({ "input": { "customerId": kari, "smsMarketingConsent": wish } })).await;
        done["customer"]["call"]["smsMarketingConsent"].clone()
    };
    let pending = json!({ "marketingState": "PENDING", "marketingOptInLevel": "CONFIRMED_OPT_IN" });
    let expected = json!({ "state": "PENDING", "optInLevel": "CONFIRMED_OPT_IN", "updatedAt": now });
    assert_eq!(sms(pending).await, expected);
    let before = "2026-10-01T12:00:00Z";
    let gone = json!({ "marketingState": "UNSUBSCRIBED", "consentUpdatedAt": before });
    let expected = json!({ "state": "UNSUBSCRIBED", "optInLevel": "CONFIRMED_OPT_IN", "updatedAt": before });
    assert_eq!(sms(gone).await, expected);
}

#[rstest]
#[case::never_asked(json!({ "marketingState": "NOT_SUBSCRIBED" }), "marketingState")]
#[case::forgotten(json!({ "marketingState": "REDACTED" }), "marketingState")]
#[case::not_confirmed(json!({ "marketingState": "PENDING", "marketingOptInLevel": "SINGLE_OPT_IN" }), "marketingOptInLevel")]
#[case::tomorrow(json!({ "marketingState": "SUBSCRIBED", "consentUpdatedAt": "2026-11-03T08:30:00Z" }), "consentUpdatedAt")]
#[tokio::test]
async fn a_customer_can_not_say_everything(#[case] wish: Value, #[case] field: &str) {
    let shop = Shop::new();
    let kari = customer(&shop, json!({ "email": "kari@example.com", "phone": "+4740000001" })).await;
    for (mutation, part) in [(BY_EMAIL, "emailMarketingConsent"), (BY_SMS, "smsMarketingConsent")] {
        let refused = shop.one(mutation, json!({ "input": { "customerId": kari, part: wish } })).await;
        let error = &refused["userErrors"][0];
        let expected = (json!(["input", part, field]), json!("INVALID"));
        assert_eq!((error["field"].clone(), error["code"].clone()), expected, "{refused:#}");
    }
}

#[tokio::test]
async fn who_can_not_be_written_to_has_no_wish() {
    let shop = Shop::new();
    let ola = customer(&shop, json!({ "firstName": "Ola" })).await;
    let wish = json!({ "marketingState": "SUBSCRIBED" });
    let mail = shop.refused(BY_EMAIL, json!({ "input": { "customerId": ola, "emailMarketingConsent": wish } })).await;
    assert_eq!(mail, "An email address is required to set the email consent state");
    let sms = shop.refused(BY_SMS, json!({ "input": { "customerId": ola, "smsMarketingConsent": wish } })).await;
    assert_eq!(sms, "A phone number is required to set the SMS consent state");
    let nobody = json!({ "customerId": "gid://shopify/Customer/1", "smsMarketingConsent": wish });
    assert_eq!(shop.refused(BY_SMS, json!({ "input": nobody })).await, "Customer does not exist");
}

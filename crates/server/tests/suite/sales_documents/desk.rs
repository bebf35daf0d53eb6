//! Someone who enters sales documents.

use axum::http::Method;
use database::Engine;
use serde_json::{Value, json};

use crate::call::{Call, Reply};
use crate::world::World;

/// A kind of document: its set, and that of its lines.
pub type Kind = (&'static str, &'static str);

pub const ORDERS: Kind = ("salesOrders", "salesOrderLines");
pub const INVOICES: Kind = ("salesInvoices", "salesInvoiceLines");
pub const CREDIT_MEMOS: Kind = ("salesCreditMemos", "salesCreditMemoLines");
pub const RETURN_ORDERS: Kind = ("salesReturnOrders", "salesReturnOrderLines");

/// A company with a customer and with two items, SHIRT for 200.00 and CUP for 80.00, both with VAT in their prices.
pub struct Desk {
    pub world: World,
    pub customer: String,
}

impl Desk {
    pub async fn new(engine: Engine) -> Self {
        let world = World::new(engine).await;
        world.company().await;
        let mut desk = Self { world, customer: String::new() };
        let kari = json!({"customerTemplateCode": "DOMESTIC", "displayName": "Kari", "city": "Oslo"});
        desk.customer = text(&desk.post("customers", kari).await.expect(201)["number"]);
        for (number, price) in [("SHIRT", 200), ("CUP", 80)] {
            let item = json!({"number": number, "displayName": number.to_lowercase(), "unitPrice": price,
                "priceIncludesTax": true, "baseUnitOfMeasureCode": "PCS", "taxGroupCode": "HIGH"});
            desk.post("items", item).await.expect(201);
        }
        desk
    }

    pub async fn post(&self, path: &str, body: Value) -> Reply {
        let call = Call::new(Method::POST, format!("/api/v1/{path}")).token(&self.world.user);
        call.body(body).send(&self.world.router).await
    }

    /// Does something with a record in the version that was seen.
    pub async fn on(&self, method: Method, set: &str, seen: &Value, body: Value) -> Reply {
        let call = Call::new(method, format!("/api/v1/{set}/{}", text(&seen["id"]))).token(&self.world.user);
        call.header("if-match", text(&seen["@odata.etag"])).body(body).send(&self.world.router).await
    }

    pub async fn patch(&self, set: &str, seen: &Value, body: Value) -> Reply {
        self.on(Method::PATCH, set, seen, body).await
    }

    pub async fn act(&self, set: &str, of: &Value, action: &str, body: Value) -> Reply {
        self.post(&format!("{set}/{}/Kobling.{action}", text(&of["id"])), body).await
    }

    /// A record as it is now.
    pub async fn read(&self, set: &str, of: &Value) -> Value {
        self.world.read(format!("/api/v1/{set}/{}", text(&of["id"]))).await.expect(200)
    }

    /// The lines of a document.
    pub async fn lines(&self, (set, lines): Kind, of: &Value) -> Vec<Value> {
        let read = self.world.read(format!("/api/v1/{set}/{}/{lines}", text(&of["id"]))).await.expect(200);
        read["value"].as_array().unwrap().clone()
    }

    /// POSTEN, which brings goods HOME.
    pub async fn carrier(&self) {
        let service = json!({"shippingAgentCode": "POSTEN", "code": "HOME"});
        for (set, new) in [("shippingAgents", json!({"code": "POSTEN"})), ("shippingAgentServices", service)] {
            let call = self.world.call(Method::POST, format!("/api/v1/{set}"));
            call.body(new).send(&self.world.router).await.expect(201);
        }
    }

    /// A document of two lines, 2 shirts and a cup: 480.00.
    pub async fn made(&self, (set, lines): Kind) -> Value {
        let body = json!({
            "customerNumber": self.customer,
            lines: [{"lineObjectNumber": "SHIRT", "quantity": 2}, {"lineObjectNumber": "CUP", "quantity": 1}],
        });
        self.post(set, body).await.expect(201)
    }
}

pub fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

/// The lines and fields that a refusal names, in order.
pub fn named(refused: &Value) -> Vec<(Option<i64>, String)> {
    let details = refused["error"]["details"].as_array().unwrap();
    details.iter().map(|detail| (detail["line"].as_i64(), text(&detail["target"]))).collect()
}

//! The retry matrix, line by line: what comes back, and what is done about it for a query, a mutation that the store
//! recognises by its key, and one that it does not.

use outbound::Error as Network;
use serde::Deserialize;
use serde_json::{Value, json};
use shopify::{Document, Error, Kind};

use crate::fake::{self, Step, World, error, json, status, throttled, with_header};

/// The same document as each kind.
struct Ask<const KIND: u8>;

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Answer {
    order_close: Value,
}

impl<const K: u8> Document for Ask<K> {
    const NAME: &'static str = "CloseOrder";
    const KIND: Kind = match K {
        0 => Kind::Query,
        1 => Kind::IdempotentMutation,
        _ => Kind::Mutation,
    };
    const OPTIONAL: &'static [&'static str] = &["extra"];
    type Variables = Value;
    type Answer = Answer;

    fn text() -> &'static str {
        "mutation CloseOrder { orderClose { order { id } } extra }"
    }

    fn cost(_: &Value) -> u32 {
        10
    }
}

/// What is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Done {
    /// It is sent again, and answered.
    Again,
    /// It ends as [`Error::Unclear`]: someone looks first.
    Looks,
    /// It ends with this error.
    Fails(&'static str),
    /// It is an answer.
    Answered,
}

use Done::{Again, Answered, Fails, Looks};

fn good() -> Step {
    json(&json!({"data": {"orderClose": {"order": null}, "extra": null}, "extensions": fake::cost(10, 1990)}))
}

fn beside_data(path: &Value, code: &str) -> Step {
    let error = json!({"message": "Oops", "path": path, "extensions": {"code": code}});
    json(&json!({"data": {"orderClose": {}, "extra": null}, "errors": [error], "extensions": fake::cost(10, 1990)}))
}

fn network(error: impl Fn(String) -> Network) -> Step {
    Step::Broken(error("fjord.myshopify.com".to_owned()))
}

fn html(code: u16) -> Step {
    status(code, "<!DOCTYPE html><title>Something went wrong</title>")
}

/// Every line: its name, what comes back, and what is done for each kind.
fn matrix() -> Vec<(&'static str, Step, [Done; 3])> {
    let reason = || "it broke".to_owned();
    let all = |done| [done; 3];
    let lost = [Again, Again, Looks];
    let timeout = std::time::Duration::from_secs(60);
    vec![
        ("no connection", network(|host| Network::Connect { host, reason: reason() }), all(Again)),
        ("an unknown name", network(|host| Network::Dns { host }), all(Again)),
        ("a certificate", network(|host| Network::Certificate { host, reason: reason() }), all(Fails("Certificate"))),
        ("an address", network(|address| Network::Refused { address, reason: reason() }), all(Fails("NotSent"))),
        ("a reset", network(|host| Network::Body { host, reason: reason() }), lost),
        ("a time-out", network(|host| Network::Timeout { host, limit: timeout }), lost),
        ("an answer that is cut off", status(200, r#"{"data":"#), lost),
        ("500", html(500), lost),
        ("501", html(501), lost),
        ("502", html(502), lost),
        ("503", html(503), lost),
        ("504", html(504), lost),
        ("520", html(520), lost),
        ("530", html(530), lost),
        ("an internal error", error("INTERNAL_SERVER_ERROR", "Internal error"), lost),
        ("an internal error beside data", beside_data(&json!(["orderClose"]), "INTERNAL_SERVER_ERROR"), lost),
        ("THROTTLED", throttled(10, 0), all(Again)),
        ("429", with_header(html(429), "retry-after", "2.0"), all(Again)),
        ("429 without a time", html(429), all(Again)),
        ("430", html(430), all(Again)),
        ("540", html(540), all(Again)),
        ("401", status(401, r#"{"errors":"[API] Invalid API key or access token"}"#), all(Fails("NotConnected"))),
        ("402", html(402), all(Fails("Frozen"))),
        ("SHOP_INACTIVE", error("SHOP_INACTIVE", "Shop is inactive"), all(Fails("Frozen"))),
        ("403", html(403), all(Fails("Forbidden"))),
        ("404", html(404), all(Fails("UnknownShop"))),
        ("423", html(423), all(Fails("Locked"))),
        ("400", status(400, r#"{"errors":{"query":"Required parameter missing"}}"#), all(Fails("Rejected"))),
        ("406", html(406), all(Fails("Rejected"))),
        ("414", html(414), all(Fails("Rejected"))),
        ("415", html(415), all(Fails("Rejected"))),
        ("422", html(422), all(Fails("Rejected"))),
        ("783", html(783), all(Fails("Rejected"))),
        ("301", html(301), all(Fails("Malformed"))),
        ("ACCESS_DENIED", error("ACCESS_DENIED", "Access denied for orderClose field."), all(Fails("AccessDenied"))),
        ("MAX_COST_EXCEEDED", error("MAX_COST_EXCEEDED", "Query cost is 1200"), all(Fails("TooCostly"))),
        ("an unknown field", error("undefinedField", "Field 'f' doesn't exist"), all(Fails("Rejected"))),
        ("INVALID_VARIABLE", error("INVALID_VARIABLE", "Variable $v"), all(Fails("Rejected"))),
        ("BAD_REQUEST", error("BAD_REQUEST", "The @idempotent directive is required"), all(Fails("Rejected"))),
        ("INVALID_FIELD_ARGUMENTS", error("INVALID_FIELD_ARGUMENTS", "must include"), all(Fails("Rejected"))),
        ("MAX_INPUT_SIZE_EXCEEDED", error("MAX_INPUT_SIZE_EXCEEDED", "The input array"), all(Fails("Rejected"))),
        ("RESOURCE_NOT_FOUND", error("RESOURCE_NOT_FOUND", "Invalid id"), all(Fails("Rejected"))),
        ("errors as a text", json(&json!({"errors": "Not Found"})), all(Fails("Rejected"))),
        ("an error about a field that is needed", beside_data(&json!(["orderClose"]), "OOPS"), all(Fails("Rejected"))),
        ("an error about no field", beside_data(&Value::Null, "OOPS"), all(Fails("Rejected"))),
        ("an error about a field that can be done without", beside_data(&json!(["extra", 0]), "OOPS"), all(Answered)),
        ("neither data nor errors", json(&json!({"data": null})), [Fails("Malformed"), Looks, Looks]),
        ("other data than was promised", json(&json!({"data": {"order": 1}})), [Fails("Malformed"), Looks, Looks]),
    ]
}

async fn outcome<const K: u8>(step: Step) -> Done {
    let world = World::new([step, good()]);
    let result = world.drive(world.client.run::<Ask<K>>(json!({"id": "1", "key": null}))).await;
    let arrived = world.arrived();
    for call in &arrived {
        assert_eq!(call.body, arrived[0].body, "what is sent again is the same");
        assert_eq!(call.body["variables"].get("key"), Some(&Value::Null), "a null that is meant is sent");
    }
    match (result, arrived.len()) {
        (Ok(answer), 1) => {
            assert!(answer.order_close.is_object());
            Answered
        }
        (Ok(_), 2) => Again,
        (Err(Error::Unclear { .. }), 1) => Looks,
        (Err(error), 1) => {
            let text = format!("{error:?}");
            let name = text.split([' ', '(']).next().unwrap_or_default().to_owned();
            Fails(Box::leak(name.into_boxed_str()))
        }
        (result, calls) => panic!("{result:?} after {calls} calls"),
    }
}

#[tokio::test]
async fn each_line_of_the_retry_matrix_holds() {
    let mut wrong = Vec::new();
    for (name, step, expected) in matrix() {
        let found = [outcome::<0>(step.clone()).await, outcome::<1>(step.clone()).await, outcome::<2>(step).await];
        if found != expected {
            wrong.push(format!("{name}: {found:?}, not {expected:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[tokio::test]
async fn nothing_is_tried_for_ever() {
    for (name, step, expected) in matrix() {
        let world = World::new([step]);
        let result = world.drive(world.client.run::<Ask<2>>(json!({"id": "1"}))).await;
        let calls = world.arrived().len();
        assert!(calls <= 60, "{name}: {calls} calls");
        assert_eq!(result.is_ok(), expected[2] == Answered, "{name}");
    }
}

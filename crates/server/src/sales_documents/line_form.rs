use back_office::sales::{ChangeLine, LineEntry, LineKind, NewLine, line};
use serde_json::{Map, Value as Json};
use utoipa::openapi::{RefOr, Schema};
use values::money::{Amount, Percent, Price, Quantity};

use super::Kind;
use super::entered::Entered;
use crate::fault::Fault;
use crate::records;

/// Lines are numbered in steps of this.
pub(super) const STEP: i32 = 10_000;
/// What one is called in a sentence.
const ONE: &str = "line";

/// Reads a new line, which would have the number `number`.
///
/// # Errors
/// All that can't be read of it.
pub(super) fn read_new(given: &Map<String, Json>, number: i32) -> Result<LineEntry, Vec<Fault>> {
    let mut entered = Entered::new(given, Some(number));
    // Of whatever is added there is a document, which the path or the body names.
    entered.json("documentId");
    let is_named = given.get("lineObjectNumber").is_some_and(|json| !json.is_null() && json != "");
    let line_type = line_type(&mut entered).unwrap_or(if is_named { LineKind::Item } else { LineKind::Comment });
    let object = entered.code("lineObjectNumber").unwrap_or_default();
    if line_type != LineKind::Comment && !is_named {
        let what = if line_type == LineKind::Item { "an item" } else { "an account" };
        entered.refuse("lineObjectNumber", format!("lineObjectNumber is blank: enter the number of {what}"));
    }
    let change = fields(&mut entered);
    let faults = entered.faults(ONE);
    if !faults.is_empty() {
        return Err(faults);
    }
    let new = NewLine {
        kind: line_type,
        number: object,
        variant_code: change.variant_code.clone().unwrap_or_default(),
        description: change.description.clone(),
        unit_of_measure_code: change.unit_of_measure_code.clone(),
        location_code: change.location_code.clone().unwrap_or_default(),
        quantity: change.quantity.unwrap_or_default(),
        unit_price: change.unit_price,
        ..NewLine::default()
    };
    let rest = ChangeLine {
        variant_code: None,
        description: None,
        unit_of_measure_code: None,
        location_code: None,
        quantity: None,
        unit_price: None,
        ..change
    };
    Ok(LineEntry::Add(Box::new(new), Box::new(rest)))
}

/// Reads what is to be changed of a line.
///
/// # Errors
/// All that can't be read of it.
pub(super) fn read_change(given: &Map<String, Json>, line: &line::Model) -> Result<LineEntry, Vec<Fault>> {
    let mut entered = Entered::new(given, Some(line.line_number));
    let keeps = line_type(&mut entered).is_none_or(|kind| kind == line.kind);
    let object = entered.code::<20>("lineObjectNumber");
    if !keeps || object.is_some_and(|number| number != line.number) {
        let field = if keeps { "lineObjectNumber" } else { "lineType" };
        entered.refuse(field, "a line keeps what it sells: delete it, and add another");
    }
    let change = fields(&mut entered);
    let faults = entered.faults(ONE);
    if faults.is_empty() { Ok(LineEntry::Change(line.line_number, Box::new(change))) } else { Err(faults) }
}

fn line_type(entered: &mut Entered<'_>) -> Option<LineKind> {
    let text = entered.text("lineType", 30)?;
    match text.parse() {
        Ok(kind) => Some(kind),
        Err(unknown) => {
            entered.refuse("lineType", format!("lineType: {unknown}"));
            None
        }
    }
}

fn fields(entered: &mut Entered<'_>) -> ChangeLine {
    ChangeLine {
        variant_code: entered.code("variantCode"),
        description: entered.text("description", 100),
        unit_of_measure_code: entered.code("unitOfMeasureCode"),
        location_code: entered.code("locationCode"),
        shipment_date: entered.day("shipmentDate"),
        shipping_agent_code: entered.code("shippingAgentCode"),
        shipping_agent_service_code: entered.code("shippingAgentServiceCode"),
        quantity: entered.number("quantity", Quantity::new),
        unit_price: entered.number("unitPrice", Price::new),
        line_discount_percent: entered.number("discountPercent", Percent::new),
        line_discount_amount: entered.number("discountAmount", Amount::new),
        line_amount: entered.number("lineAmount", Amount::new),
        quantity_to_ship: entered.number("shipQuantity", Quantity::new),
        quantity_to_invoice: entered.number("invoiceQuantity", Quantity::new),
    }
}

/// The names of the fields that can be changed.
pub(super) fn names() -> Vec<&'static str> {
    let given = Map::new();
    let mut entered = Entered::new(&given, None);
    fields(&mut entered);
    entered.asked().to_vec()
}

/// The name of the schema of what a line is made of.
pub(super) fn schema_name(kind: &Kind) -> String {
    format!("{}Body", kind.lines)
}

/// What a line is made of.
pub(super) fn schema(kind: &'static Kind) -> (String, RefOr<Schema>) {
    let mut names = names();
    names.extend(["documentId", "lineType", "lineObjectNumber"]);
    let form = crate::sets::of(kind.lines).map(|set| records::form(&*set, &names));
    (schema_name(kind), RefOr::T(form.unwrap_or_default()))
}

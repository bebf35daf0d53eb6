use back_office::sales::{ChangeAddress, ChangeDocument, LineEntry};
use serde_json::{Map, Value as Json};
use utoipa::openapi::schema::ArrayBuilder;
use utoipa::openapi::{Ref, RefOr, Schema};
use values::Code;
use values::money::Amount;

use super::entered::Entered;
use super::{Kind, line_form};
use crate::fault::Fault;
use crate::records;

/// What is entered on a document.
#[derive(Debug)]
pub(super) struct DocumentForm {
    /// Who buys.
    pub(super) customer: Option<Code<20>>,
    /// The number of a new one.
    pub(super) number: Option<Code<20>>,
    /// The rest of its header.
    pub(super) change: ChangeDocument,
    /// A discount on the whole.
    pub(super) invoice_discount: Option<Amount>,
    /// The lines of a new one.
    pub(super) lines: Vec<LineEntry>,
}

/// Reads what is entered on a document: on a new one with its number and its lines.
///
/// # Errors
/// All that can't be read of it.
pub(super) fn read(kind: &'static Kind, given: &Map<String, Json>, is_new: bool) -> Result<DocumentForm, Vec<Fault>> {
    let mut entered = Entered::new(given, None);
    let mut form = fields(kind, &mut entered);
    let mut of_lines = Vec::new();
    if is_new {
        form.number = entered.code("number").filter(|number| !number.is_blank());
        if given.get("customerNumber").is_none_or(|json| json.is_null() || json == "") {
            let text = format!("a new {} needs customerNumber: choose one of /api/v1/customers", kind.one());
            entered.refuse("customerNumber", text);
        }
        match entered.json(kind.lines) {
            None | Some(Json::Null) => {}
            Some(Json::Array(lines)) => (form.lines, of_lines) = read_lines(lines),
            Some(_) => entered.refuse(kind.lines, format!("{} is a list of lines: [{{…}}, …]", kind.lines)),
        }
    }
    let mut faults = entered.faults(kind.one());
    faults.extend(of_lines);
    if faults.is_empty() { Ok(form) } else { Err(faults) }
}

fn read_lines(lines: &[Json]) -> (Vec<LineEntry>, Vec<Fault>) {
    let (mut entries, mut faults) = (Vec::with_capacity(lines.len()), Vec::new());
    for (line, number) in lines.iter().zip((1..).map(|at: i32| at.saturating_mul(line_form::STEP))) {
        match line {
            Json::Object(line) => match line_form::read_new(line, number) {
                Ok(entry) => entries.push(entry),
                Err(of_line) => faults.extend(of_line),
            },
            other => faults.push(Fault {
                line: Some(number),
                field: String::new(),
                text: format!("'{other}' is no line: a line is an object, as {{\"lineObjectNumber\": \"…\"}}"),
            }),
        }
    }
    (entries, faults)
}

fn fields(kind: &'static Kind, entered: &mut Entered<'_>) -> DocumentForm {
    let customer = entered.code("customerNumber");
    let change = ChangeDocument {
        sell_to_customer: customer.clone(),
        bill_to_customer: entered.code("billToCustomerNumber"),
        sell_to: address(entered, &SELL_TO),
        bill_to: address(entered, &BILL_TO),
        ship_to: address(entered, &SHIP_TO),
        email: entered.text("email", 80),
        phone: entered.text("phoneNumber", 30),
        order_date: entered.date("orderDate"),
        posting_date: entered.date("postingDate"),
        vat_reporting_date: entered.date("vatReportingDate"),
        document_date: entered.date(kind.date),
        due_date: entered.date("dueDate"),
        currency_code: entered.code("currencyCode"),
        prices_including_vat: entered.boolean("pricesIncludeTax"),
        vat_business_posting_group: entered.code("vatBusinessPostingGroup"),
        tax_area_code: entered.code("salesTaxAreaCode"),
        tax_liable: entered.boolean("taxLiable"),
        customer_price_group: entered.code("customerPriceGroup"),
        customer_discount_group: entered.code("customerDiscountGroup"),
        campaign_number: entered.code("campaignNumber"),
        invoice_discount_code: entered.code("invoiceDiscountCode"),
        payment_terms_code: entered.code("paymentTermsCode"),
        payment_method_code: entered.code("paymentMethodCode"),
        ship_to_code: entered.code("shipToCode"),
        location_code: entered.code("locationCode"),
        shipping_advice: match kind.is_shipped_in_parts() {
            true => entered.option("shippingAdvice"),
            false => None,
        },
        shipment_method_code: entered.code("shipmentMethodCode"),
        shipping_agent_code: entered.code("shippingAgentCode"),
        shipping_agent_service_code: entered.code("shippingAgentServiceCode"),
        package_tracking_number: entered.text("packageTrackingNumber", 50),
        salesperson_code: entered.code("salesperson"),
        external_document_number: entered.text("externalDocumentNumber", 35),
        applies_to_document_number: match kind.takes_back() {
            true => entered.code("appliesToDocumentNumber"),
            false => None,
        },
        work_description: entered.text("workDescription", 10_000),
    };
    let invoice_discount = entered.number("discountAmount", Amount::new);
    DocumentForm { customer, number: None, change, invoice_discount, lines: Vec::new() }
}

/// The names of the fields of an address.
struct Names {
    name: &'static str,
    name2: &'static str,
    contact: &'static str,
    address: &'static str,
    address2: &'static str,
    post_code: &'static str,
    city: &'static str,
    county: &'static str,
    country: &'static str,
}

const SELL_TO: Names = Names {
    name: "customerName",
    name2: "customerName2",
    contact: "sellToContact",
    address: "sellToAddressLine1",
    address2: "sellToAddressLine2",
    post_code: "sellToPostCode",
    city: "sellToCity",
    county: "sellToState",
    country: "sellToCountry",
};

const BILL_TO: Names = Names {
    name: "billToName",
    name2: "billToName2",
    contact: "billToContact",
    address: "billToAddressLine1",
    address2: "billToAddressLine2",
    post_code: "billToPostCode",
    city: "billToCity",
    county: "billToState",
    country: "billToCountry",
};

const SHIP_TO: Names = Names {
    name: "shipToName",
    name2: "shipToName2",
    contact: "shipToContact",
    address: "shipToAddressLine1",
    address2: "shipToAddressLine2",
    post_code: "shipToPostCode",
    city: "shipToCity",
    county: "shipToState",
    country: "shipToCountry",
};

fn address(entered: &mut Entered<'_>, names: &Names) -> ChangeAddress {
    ChangeAddress {
        name: entered.text(names.name, 100),
        name2: entered.text(names.name2, 50),
        contact: entered.text(names.contact, 100),
        address: entered.text(names.address, 100),
        address2: entered.text(names.address2, 50),
        post_code: entered.text(names.post_code, 20),
        city: entered.text(names.city, 30),
        county: entered.text(names.county, 30),
        country_region_code: entered.code(names.country),
    }
}

/// The names of the fields of a form that can be changed.
pub(super) fn names(kind: &'static Kind) -> Vec<&'static str> {
    let given = Map::new();
    let mut entered = Entered::new(&given, None);
    fields(kind, &mut entered);
    entered.asked().to_vec()
}

/// The name of the schema of what a document is made of.
pub(super) fn schema_name(kind: &Kind) -> String {
    format!("{}Body", kind.set)
}

/// What a document is made of.
pub(super) fn schema(kind: &'static Kind) -> (String, RefOr<Schema>) {
    let mut names = names(kind);
    names.push("number");
    let form = crate::sets::of(kind.set).map(|set| records::form(&*set, &names));
    let form = match form {
        Some(Schema::Object(mut form)) => {
            let line = Ref::from_schema_name(line_form::schema_name(kind));
            let lines =
                ArrayBuilder::new().items(line).description(Some("The lines of a new one, in their order.")).build();
            form.properties.insert(kind.lines.to_owned(), RefOr::T(Schema::Array(lines)));
            Schema::Object(form)
        }
        other => other.unwrap_or_default(),
    };
    (schema_name(kind), RefOr::T(form))
}

//! Customers, as they are made and mended through the API.

use back_office::customers::{self, Blocked, Change, Entity, Model, NewCustomer, ShippingAdvice, template};
use database::Tx;
use serde::Deserialize;
use utoipa::ToSchema;
use uuid::Uuid;
use values::Code;

use crate::Error;
use crate::master::{Making, Master};

/// A customer, or what is to be changed of one: what is left out stays as it is.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct CustomerBody {
    /// The template that a new customer begins with, from `customerTemplates`.
    #[schema(value_type = Option<String>)]
    customer_template_code: Option<Code<20>>,
    /// The number of a new customer; the next of the number series, when nothing is said.
    #[schema(value_type = Option<String>)]
    number: Option<Code<20>>,
    /// Its name.
    display_name: Option<String>,
    /// More of its name.
    display_name2: Option<String>,
    /// The first line of its address.
    address_line1: Option<String>,
    /// The second line.
    address_line2: Option<String>,
    /// Its post code.
    postal_code: Option<String>,
    /// Its city.
    city: Option<String>,
    /// Its county.
    state: Option<String>,
    /// Its country, as `NO`.
    #[schema(value_type = Option<String>)]
    country: Option<Code<20>>,
    /// Its phone.
    phone_number: Option<String>,
    /// Its e-mail address.
    email: Option<String>,
    /// Whom to ask for.
    contact: Option<String>,
    /// Its mobile phone.
    mobile_phone_number: Option<String>,
    /// Its home page.
    website: Option<String>,
    /// Its language.
    #[schema(value_type = Option<String>)]
    language_code: Option<Code<10>>,
    /// Its number in the register of those who pay VAT.
    tax_registration_number: Option<String>,
    /// Its number in the register of companies.
    registration_number: Option<String>,
    /// How goods are sent to it.
    #[schema(value_type = Option<String>)]
    shipment_method_code: Option<Code<10>>,
    /// Who carries them.
    #[schema(value_type = Option<String>)]
    shipping_agent_code: Option<Code<10>>,
    /// By which of the agent's services.
    #[schema(value_type = Option<String>)]
    shipping_agent_service_code: Option<Code<10>>,
    /// From where they are sent.
    #[schema(value_type = Option<String>)]
    location_code: Option<Code<10>>,
    /// Whether its orders may be shipped in parts: `Partial` or `Complete`.
    #[schema(value_type = Option<String>)]
    shipping_advice: Option<ShippingAdvice>,
    /// Where they go, of its ship-to addresses; blank: to its own address.
    #[schema(value_type = Option<String>)]
    ship_to_code: Option<Code<10>>,
    /// Who sells to it, from `salespeoplePurchasers`.
    #[schema(value_type = Option<String>)]
    salesperson_code: Option<Code<20>>,
    /// Its general business posting group; a new one has the template's.
    #[serde(rename = "generalBusinessPostingGroupCode")]
    #[schema(value_type = Option<String>)]
    general_business_posting_group: Option<Code<20>>,
    /// Its VAT business posting group; a new one has the template's.
    #[serde(rename = "taxAreaCode")]
    #[schema(value_type = Option<String>)]
    vat_business_posting_group: Option<Code<20>>,
    /// Its customer posting group; a new one has the template's.
    #[serde(rename = "customerPostingGroupCode")]
    #[schema(value_type = Option<String>)]
    customer_posting_group: Option<Code<20>>,
    /// The currency in which it buys; blank: the company's own.
    #[schema(value_type = Option<String>)]
    currency_code: Option<Code<10>>,
    /// The payment terms.
    #[schema(value_type = Option<String>)]
    payment_terms_code: Option<Code<10>>,
    /// The payment method.
    #[schema(value_type = Option<String>)]
    payment_method_code: Option<Code<10>>,
    /// Its customer price group.
    #[schema(value_type = Option<String>)]
    customer_price_group: Option<Code<10>>,
    /// Its customer discount group.
    #[schema(value_type = Option<String>)]
    customer_discount_group: Option<Code<20>>,
    /// Which discounts it gets on the whole.
    #[schema(value_type = Option<String>)]
    invoice_discount_code: Option<Code<20>>,
    /// Where it is taxed, where sales tax is levied.
    #[schema(value_type = Option<String>)]
    sales_tax_area_code: Option<Code<20>>,
    /// Whether it is liable to sales tax.
    tax_liable: Option<bool>,
    /// Whether it gets discounts on lines where no price list says so.
    allow_line_discount: Option<bool>,
    /// Whether the prices of its documents have VAT in them.
    prices_include_tax: Option<bool>,
    /// What it is kept from: nothing (blank), `Ship`, `Invoice` or `All`.
    #[schema(value_type = Option<String>)]
    blocked: Option<Blocked>,
    /// Whether it is kept from everything, because what is known of it may not be used.
    privacy_blocked: Option<bool>,
}

impl From<CustomerBody> for NewCustomer {
    fn from(body: CustomerBody) -> Self {
        Self {
            number: body.number,
            name: body.display_name.unwrap_or_default(),
            name2: body.display_name2.unwrap_or_default(),
            address: body.address_line1.unwrap_or_default(),
            address2: body.address_line2.unwrap_or_default(),
            post_code: body.postal_code.unwrap_or_default(),
            city: body.city.unwrap_or_default(),
            county: body.state.unwrap_or_default(),
            country_region_code: body.country.unwrap_or_default(),
            phone_number: body.phone_number.unwrap_or_default(),
            email: body.email.unwrap_or_default(),
            rest: Change::default(),
        }
    }
}

impl From<CustomerBody> for Change {
    fn from(body: CustomerBody) -> Self {
        Self {
            name: body.display_name,
            name2: body.display_name2,
            address: body.address_line1,
            address2: body.address_line2,
            post_code: body.postal_code,
            city: body.city,
            county: body.state,
            country_region_code: body.country,
            phone_number: body.phone_number,
            email: body.email,
            contact: body.contact,
            mobile_phone_number: body.mobile_phone_number,
            website: body.website,
            language_code: body.language_code,
            vat_registration_number: body.tax_registration_number,
            registration_number: body.registration_number,
            shipment_method_code: body.shipment_method_code,
            shipping_agent_code: body.shipping_agent_code,
            shipping_agent_service_code: body.shipping_agent_service_code,
            location_code: body.location_code,
            shipping_advice: body.shipping_advice,
            ship_to_code: body.ship_to_code,
            salesperson_code: body.salesperson_code,
            general_business_posting_group: body.general_business_posting_group,
            vat_business_posting_group: body.vat_business_posting_group,
            customer_posting_group: body.customer_posting_group,
            currency_code: body.currency_code,
            payment_terms_code: body.payment_terms_code,
            payment_method_code: body.payment_method_code,
            customer_price_group: body.customer_price_group,
            customer_discount_group: body.customer_discount_group,
            invoice_discount_code: body.invoice_discount_code,
            tax_area_code: body.sales_tax_area_code,
            tax_liable: body.tax_liable,
            allow_line_discount: body.allow_line_discount,
            prices_including_vat: body.prices_include_tax,
            blocked: body.blocked,
            privacy_blocked: body.privacy_blocked,
        }
    }
}

impl CustomerBody {
    /// What of a new customer is not of [`NewCustomer`].
    fn rest(&self) -> Change {
        Change {
            name: None,
            name2: None,
            address: None,
            address2: None,
            post_code: None,
            city: None,
            county: None,
            country_region_code: None,
            phone_number: None,
            email: None,
            ..Change::from(self.clone())
        }
    }
}

impl Master for Entity {
    type Body = CustomerBody;

    const ONE: &'static str = "a customer";
    const KEPT: &'static [&'static str] = &["number", "customerTemplateCode"];
    const MEANT: &'static [(&'static str, &'static str)] = &[
        ("customer template", "customerTemplateCode"),
        ("customer price group", "customerPriceGroup"),
        ("tax area", "salesTaxAreaCode"),
        ("customer discount group", "customerDiscountGroup"),
        ("salesperson", "salespersonCode"),
    ];

    async fn make(at: &Making, tx: &Tx, body: &CustomerBody) -> Result<Uuid, Error> {
        let Some(template) = &body.customer_template_code else {
            let message = "a new customer needs customerTemplateCode: choose one of /api/v1/customerTemplates";
            return Err(Error::invalid("customerTemplateCode", message));
        };
        let template = template::find(tx, template).await?;
        let customer = customers::create(tx, &NewCustomer::from(body.clone()), &template, at.now, &at.random).await?;
        let (id, rest) = (customer.id, body.rest());
        if rest != Change::default() {
            customers::change(tx, customer, &rest, at.now).await?;
        }
        Ok(id)
    }

    async fn mend(at: &Making, tx: &Tx, customer: Model, body: &CustomerBody) -> Result<(), Error> {
        customers::change(tx, customer, &Change::from(body.clone()), at.now).await?;
        Ok(())
    }
}

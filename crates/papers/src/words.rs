//! The words that stand on a document whatever it sells.

use crate::Language;

/// The words of a language.
#[derive(Debug)]
pub(crate) struct Words {
    pub(crate) invoice: &'static str,
    pub(crate) credit_memo: &'static str,
    pub(crate) bill_to: &'static str,
    pub(crate) ship_to: &'static str,
    pub(crate) number: &'static str,
    pub(crate) customer_number: &'static str,
    pub(crate) customer_vat_number: &'static str,
    pub(crate) order_number: &'static str,
    pub(crate) shopify_order_number: &'static str,
    pub(crate) external_document_number: &'static str,
    pub(crate) applies_to: &'static str,
    pub(crate) posting_date: &'static str,
    pub(crate) document_date: &'static str,
    pub(crate) vat_date: &'static str,
    pub(crate) due_date: &'static str,
    pub(crate) payment_terms: &'static str,
    pub(crate) payment_method: &'static str,
    pub(crate) shipment_method: &'static str,
    pub(crate) contact: &'static str,
    pub(crate) description: &'static str,
    pub(crate) quantity: &'static str,
    pub(crate) unit: &'static str,
    pub(crate) unit_price: &'static str,
    pub(crate) unit_price_with_vat: &'static str,
    pub(crate) discount: &'static str,
    pub(crate) vat: &'static str,
    pub(crate) amount: &'static str,
    pub(crate) amount_with_vat: &'static str,
    pub(crate) subtotal: &'static str,
    pub(crate) subtotal_with_vat: &'static str,
    pub(crate) invoice_discount: &'static str,
    pub(crate) total_without_vat: &'static str,
    pub(crate) total_with_vat: &'static str,
    pub(crate) vat_specification: &'static str,
    pub(crate) vat_rate: &'static str,
    pub(crate) vat_base: &'static str,
    pub(crate) reverse_charge: &'static str,
    pub(crate) vat_registration_number: &'static str,
    pub(crate) bank: &'static str,
    pub(crate) bank_account: &'static str,
    pub(crate) phone: &'static str,
    pub(crate) page: &'static str,
    pub(crate) page_of: &'static str,
}

impl Language {
    /// Its words.
    pub(crate) const fn words(self) -> &'static Words {
        match self {
            Self::English => &ENGLISH,
            Self::Norwegian => &NORWEGIAN,
        }
    }

    /// That so many days are left to pay in; nothing in English, which the list of payment terms is written in.
    pub(crate) fn net_days(self, days: i64) -> Option<String> {
        match (self, days) {
            (Self::English, _) => None,
            (Self::Norwegian, ..=0) => Some("Forfaller ved mottak".to_owned()),
            (Self::Norwegian, 1) => Some("Netto 1 dag".to_owned()),
            (Self::Norwegian, days) => Some(format!("Netto {days} dager")),
        }
    }

    /// That less may be paid until a day.
    pub(crate) fn payment_discount(self, percent: &str, until: &str) -> String {
        match self {
            Self::English => format!("{percent} discount if paid by {until}"),
            Self::Norwegian => format!("{percent} rabatt ved betaling innen {until}"),
        }
    }

    /// How an invoice is paid.
    pub(crate) fn please_pay(self, amount: &str, until: &str, account: &str, number: &str) -> String {
        match self {
            Self::English => format!("Please pay {amount} to account {account} by {until}, and quote {number}."),
            Self::Norwegian => {
                format!("Betal {amount} til konto {account} innen {until}, og merk betalingen {number}.")
            }
        }
    }

    /// The VAT of a document in another currency, in the company's own.
    pub(crate) fn vat_in_own_currency(self, currency: &str) -> String {
        match self {
            Self::English => format!("VAT in {currency}"),
            Self::Norwegian => format!("MVA i {currency}"),
        }
    }
}

const ENGLISH: Words = Words {
    invoice: "Invoice",
    credit_memo: "Credit memo",
    bill_to: "Bill to",
    ship_to: "Ship to",
    number: "No.",
    customer_number: "Customer no.",
    customer_vat_number: "Your VAT reg. no.",
    order_number: "Order no.",
    shopify_order_number: "Shopify order no.",
    external_document_number: "Your reference",
    applies_to: "Credits invoice",
    posting_date: "Posting date",
    document_date: "Document date",
    vat_date: "VAT date",
    due_date: "Due date",
    payment_terms: "Payment terms",
    payment_method: "Payment method",
    shipment_method: "Shipment method",
    contact: "Attn.",
    description: "Description",
    quantity: "Quantity",
    unit: "Unit",
    unit_price: "Unit price",
    unit_price_with_vat: "Unit price incl. VAT",
    discount: "Disc.",
    vat: "VAT",
    amount: "Amount",
    amount_with_vat: "Amount incl. VAT",
    subtotal: "Subtotal",
    subtotal_with_vat: "Subtotal incl. VAT",
    invoice_discount: "Invoice discount",
    total_without_vat: "Total excl. VAT",
    total_with_vat: "Total incl. VAT",
    vat_specification: "VAT specification",
    vat_rate: "Rate",
    vat_base: "Base",
    reverse_charge: "Reverse charge: the customer accounts for the VAT.",
    vat_registration_number: "VAT reg. no.",
    bank: "Bank",
    bank_account: "Account no.",
    phone: "Phone",
    page: "Page",
    page_of: "of",
};

const NORWEGIAN: Words = Words {
    invoice: "Faktura",
    credit_memo: "Kreditnota",
    bill_to: "Faktureres",
    ship_to: "Leveres til",
    number: "Nr.",
    customer_number: "Kundenr.",
    customer_vat_number: "Deres org.nr.",
    order_number: "Ordrenr.",
    shopify_order_number: "Shopify-ordrenr.",
    external_document_number: "Deres referanse",
    applies_to: "Krediterer faktura",
    posting_date: "Bokføringsdato",
    document_date: "Dokumentdato",
    vat_date: "MVA-dato",
    due_date: "Forfallsdato",
    payment_terms: "Betalingsbetingelser",
    payment_method: "Betalingsmåte",
    shipment_method: "Leveringsmåte",
    contact: "Att.",
    description: "Beskrivelse",
    quantity: "Antall",
    unit: "Enhet",
    unit_price: "Enhetspris",
    unit_price_with_vat: "Enhetspris inkl. MVA",
    discount: "Rabatt",
    vat: "MVA",
    amount: "Beløp",
    amount_with_vat: "Beløp inkl. MVA",
    subtotal: "Delsum",
    subtotal_with_vat: "Delsum inkl. MVA",
    invoice_discount: "Fakturarabatt",
    total_without_vat: "Sum uten MVA",
    total_with_vat: "Sum inkl. MVA",
    vat_specification: "MVA-spesifikasjon",
    vat_rate: "Sats",
    vat_base: "Grunnlag",
    reverse_charge: "Omvendt avgiftsplikt: kjøperen beregner MVA.",
    vat_registration_number: "Org.nr.",
    bank: "Bank",
    bank_account: "Kontonr.",
    phone: "Telefon",
    page: "Side",
    page_of: "av",
};

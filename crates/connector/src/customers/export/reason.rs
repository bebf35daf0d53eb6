use std::fmt;

/// Why a customer is not sent to Shopify, each with its remedy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Reason {
    /// Nobody is known in a store without one.
    NoEmail(String),
    /// Someone else in the store has its e-mail address or its phone.
    Exists {
        /// The customer.
        customer: String,
        /// Whom the one in the store is linked to.
        other: String,
        /// By what it was found.
        by: String,
    },
    /// Shopify knows countries by their ISO codes.
    NoIsoCode {
        /// The customer.
        customer: String,
        /// The country without one; blank where neither the customer nor the company has a country.
        country: String,
    },
    /// A code of a province has ten characters at most.
    CountyTooLong {
        /// The customer.
        customer: String,
        /// Its name.
        name: String,
        /// The county.
        county: String,
    },
    /// Shopify has refused it.
    Refused {
        /// What was sent.
        what: String,
        /// Why.
        why: String,
    },
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoEmail(customer) => write!(f, "The customer {customer} has no e-mail address."),
            Self::Exists { customer, other, by } => {
                write!(f, "A customer with the same {by} as {customer} is in Shopify already, and it is {other} here.")
            }
            Self::NoIsoCode { customer, country } if country.is_empty() => {
                write!(f, "The customer {customer} has no country, and neither has the company.")
            }
            Self::NoIsoCode { customer, country } => {
                write!(f, "The customer {customer} lives in {country}, which has no ISO code.")
            }
            Self::CountyTooLong { customer, name, county } => write!(
                f,
                "The County '{county}' of the customer {customer}, {name}, has {} characters, and a code of a province 10 at \
                 most.",
                county.chars().count()
            ),
            Self::Refused { what, why } => write!(f, "{what} was refused by Shopify: {why}."),
        }
    }
}

impl Reason {
    /// What a person can do about it.
    pub(crate) fn remedy(&self) -> String {
        match self {
            Self::NoEmail(_) => "Give the customer an e-mail address, then add it again.".into(),
            Self::Exists { .. } => {
                "Correct the e-mail address or the phone of one of the two, or link the Shopify customer to this one."
                    .into()
            }
            Self::NoIsoCode { country, .. } if country.is_empty() => {
                "Enter the country of the customer, or that of the company.".into()
            }
            Self::NoIsoCode { country, .. } => format!("Enter the ISO Code of the country {country}."),
            Self::CountyTooLong { .. } => {
                "Enter the code of the county, or choose Name as County Source on the shop card.".into()
            }
            Self::Refused { .. } => "Correct what Shopify refuses, then try again.".into(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_reason_is_a_sentence_with_a_remedy() {
        let text = || "10000".to_owned();
        let reasons = [
            Reason::NoEmail(text()),
            Reason::Exists { customer: text(), other: text(), by: "e-mail address".into() },
            Reason::NoIsoCode { customer: text(), country: "EL".into() },
            Reason::NoIsoCode { customer: text(), country: String::new() },
            Reason::CountyTooLong { customer: text(), name: "Fjord AS".into(), county: "Møre og Romsdal".into() },
            Reason::Refused { what: "The phone of 10000".into(), why: "it is invalid".into() },
        ];
        for reason in reasons {
            assert!(reason.to_string().ends_with('.') && !reason.to_string().ends_with(".."), "{reason}");
            assert!(reason.remedy().ends_with('.'), "{}", reason.remedy());
        }
    }
}

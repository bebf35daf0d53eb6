use serde::{Deserialize, Serialize};

/// How much of what is known of people the app is approved for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum CustomerData {
    /// All of it.
    #[default]
    Approved,
    /// Customers and orders, without names, addresses, phone numbers and e-mail addresses.
    WithoutPersonalFields,
    /// Neither customers nor orders.
    NotApproved,
}

/// The objects that hold data of people.
const OBJECTS: &[&str] = &["Customer", "DraftOrder", "Order"];

/// The fields that tell who someone is.
const FIELDS: &[(&str, &[&str])] = &[
    ("CardPaymentDetails", &["name"]),
    ("CompanyAddress", &["companyName", "firstName", "formattedAddress", "lastName", "recipient"]),
    ("Customer", &["displayName", "email", "firstName", "lastName", "phone"]),
    ("CustomerEmailAddress", &["emailAddress"]),
    ("CustomerPhoneNumber", &["phoneNumber"]),
    ("DraftOrder", &["email", "phone"]),
    (
        "FulfillmentOrderDestination",
        &["address1", "address2", "city", "company", "email", "firstName", "lastName", "phone", "zip"],
    ),
    (
        "MailingAddress",
        &[
            "address1",
            "address2",
            "firstName",
            "formatted",
            "lastName",
            "latitude",
            "longitude",
            "name",
            "phone",
            "zip",
        ],
    ),
    ("Order", &["email", "phone", "statusPageUrl"]),
    ("ShippingLine", &["phone"]),
];

impl CustomerData {
    pub(crate) fn hides_type(self, ty: &str) -> bool {
        self == Self::NotApproved && OBJECTS.contains(&ty)
    }

    pub(crate) fn hides_field(self, parent: &str, field: &str) -> bool {
        self != Self::Approved && FIELDS.iter().any(|(owner, fields)| *owner == parent && fields.contains(&field))
    }
}

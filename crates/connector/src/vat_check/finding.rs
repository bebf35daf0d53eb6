use values::Code;
use values::money::Percent;

values::options! {
    /// What was sold.
    pub enum Subject {
        /// Goods and services.
        #[default]
        Goods => "Goods",
        /// Sending them.
        Shipping => "Shipping",
        /// A tip.
        Tips => "Tips",
        /// A gift card.
        GiftCards => "Gift Cards",
    }
}

values::options! {
    /// What does not agree.
    pub enum Reason {
        /// The posting set-up says another rate than Shopify.
        #[default]
        Rate => "Rate",
        /// There is no posting set-up for the two groups, or it is blocked.
        NoSetup => "No VAT Posting Setup",
        /// It is not known who would be the customer.
        NoGroup => "No VAT Bus. Posting Group",
    }
}

/// Lines of which the VAT here would not be that of Shopify.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The country to which they went.
    pub country: Code<20>,
    /// What they are.
    pub subject: Subject,
    /// What does not agree.
    pub reason: Reason,
    /// The VAT business posting group of their customers; blank: not known.
    pub business_group: Code<20>,
    /// Their VAT product posting group.
    pub product_group: Code<20>,
    /// The rate in Shopify.
    pub shopify_percent: Percent,
    /// The rate here; nothing: there is none.
    pub percent: Option<Percent>,
    /// How many lines.
    pub lines: u64,
    /// The number of one of their orders.
    pub order_number: String,
}

impl Finding {
    /// What does not agree, by a name that stays.
    pub fn code(&self) -> &'static str {
        match self.reason {
            Reason::NoGroup => "noVatGroup",
            Reason::NoSetup => "noVatSetup",
            Reason::Rate => "rateDiffers",
        }
    }

    /// What its sentence names, by the names of the API.
    pub(crate) fn named(&self) -> Vec<(&'static str, String)> {
        vec![
            ("country", self.country.to_string()),
            ("subject", self.subject.caption().to_owned()),
            ("vatBusPostingGroup", self.business_group.to_string()),
            ("vatProdPostingGroup", self.product_group.to_string()),
            ("shopifyPercent", self.shopify_percent.to_string()),
            ("percent", self.percent.map(|percent| percent.to_string()).unwrap_or_default()),
            ("shopifyOrderNumber", self.order_number.clone()),
        ]
    }

    /// What is wrong and what mends it, in one sentence.
    pub fn sentence(&self) -> String {
        let Self { country, business_group: business, product_group: product, shopify_percent: charged, .. } = self;
        let subject = self.subject.caption().to_lowercase();
        let what = format!("{country}: Shopify charged {charged} % on {subject} (order {})", self.order_number);
        match (self.reason, self.percent) {
            (Reason::NoGroup, _) => format!(
                "{what}, but nothing says which VAT group the customer would have: choose a customer template or a default customer on the shop card"
            ),
            (Reason::Rate, Some(percent)) => format!(
                "{what}, but the VAT Posting Setup of {business} and {product} says {percent} %: correct it, give the customers the group of their country, or change the tax settings in Shopify"
            ),
            (Reason::NoSetup, _) | (Reason::Rate, None) => format!(
                "{what}, but there is no usable VAT Posting Setup of '{business}' and '{product}': create it with that rate"
            ),
        }
    }
}

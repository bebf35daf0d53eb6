//! The choices on the shop card.

values::options! {
    /// Which money of an order becomes the document's.
    pub enum CurrencyHandling {
        /// The store's own.
        #[default]
        ShopCurrency => "Shop Currency",
        /// What the buyer saw.
        PresentmentCurrency => "Presentment Currency",
    }
}

impl CurrencyHandling {
    /// The one of two values that is in this money.
    pub fn pick<T>(self, shop: T, presentment: T) -> T {
        match self {
            Self::ShopCurrency => shop,
            Self::PresentmentCurrency => presentment,
        }
    }
}

values::options! {
    /// How the customer of an order is found.
    pub enum CustomerMapping {
        /// By e-mail, then by phone.
        #[default]
        ByEmailPhone => "By EMail/Phone",
        /// By name and address.
        ByBillToInfo => "By Bill-to Info",
        /// Always the shop's default customer.
        DefaultCustomer => "Always take the default customer",
    }
}

values::options! {
    /// Which customers are read from Shopify.
    pub enum CustomerImport {
        /// None; orders go to the default customer.
        None => "None",
        /// Those who order.
        #[default]
        WithOrderImport => "With Order Import",
        /// Everyone.
        AllCustomers => "All Customers",
    }
}

values::options! {
    /// What becomes a name of a customer.
    pub enum NameSource {
        /// The company of the address.
        #[default]
        CompanyName => "Company Name",
        /// First name, then last name.
        FirstAndLastName => "First Name and Last Name",
        /// Last name, then first name.
        LastAndFirstName => "Last Name and First Name",
        /// Nothing.
        None => "None",
    }
}

values::options! {
    /// What becomes the county of an address.
    pub enum CountySource {
        /// The province's code.
        #[default]
        Code => "Code",
        /// The province's name.
        Name => "Name",
    }
}

values::options! {
    /// What a SKU in Shopify stands for.
    pub enum SkuMapping {
        /// The item number.
        #[default]
        Blank => "",
        /// The item number.
        ItemNumber => "Item No.",
        /// The variant's code.
        VariantCode => "Variant Code",
        /// Both, with a separator between them.
        ItemNumberAndVariantCode => "Item No. + Variant Code",
        /// The vendor's number for the item.
        VendorItemNumber => "Vendor Item No.",
        /// The bar code.
        BarCode => "Bar Code",
    }
}

values::options! {
    /// Which calls to the store are written down.
    pub enum LoggingMode {
        /// Those that failed.
        #[default]
        ErrorOnly => "Error Only",
        /// Every one.
        All => "All",
        /// None.
        Disabled => "Disabled",
    }
}

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
    /// Which companies are read from Shopify.
    pub enum CompanyImport {
        /// None.
        None => "None",
        /// Those that order.
        #[default]
        WithOrderImport => "With Order Import",
        /// All of them.
        AllCompanies => "All Companies",
    }
}

values::options! {
    /// How the customer of a company is found.
    pub enum CompanyMapping {
        /// By the e-mail of its main contact, then by the phone.
        #[default]
        ByEmailPhone => "By Email/Phone",
        /// Always the shop's default company.
        DefaultCompany => "Always take the default Company",
        /// By its tax id.
        ByTaxId => "By Tax Id",
    }
}

values::options! {
    /// Which number of a customer is the tax id of a company's location.
    pub enum CompanyTaxIdMapping {
        /// The number in the register of companies.
        #[default]
        RegistrationNumber => "Registration No.",
        /// The number in the register of VAT.
        VatRegistrationNumber => "VAT Registration No.",
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
    /// Which address of an order says where its buyer is taxed: the first of them that has a city.
    pub enum TaxAreaPriority {
        /// None: the customer does.
        #[default]
        NoTaxes => "No Taxes",
        /// Where it is sent, else where the buyer is, else where it is billed.
        ShipSellBill => "Ship-to -> Sell-to -> Bill-to",
        /// Where it is sent, else where it is billed, else where the buyer is.
        ShipBillSell => "Ship-to -> Bill-to -> Sell-to",
        /// Where the buyer is, else where it is sent, else where it is billed.
        SellShipBill => "Sell-to -> Ship-to -> Bill-to",
        /// Where the buyer is, else where it is billed, else where it is sent.
        SellBillShip => "Sell-to -> Bill-to -> Ship-to",
        /// Where it is billed, else where the buyer is, else where it is sent.
        BillSellShip => "Bill-to -> Sell-to -> Ship-to",
        /// Where it is billed, else where it is sent, else where the buyer is.
        BillShipSell => "Bill-to -> Ship-to -> Sell-to",
    }
}

values::options! {
    /// The day on which a document is to be posted.
    pub enum PostingDatePolicy {
        /// The day on which it is made.
        #[default]
        Work => "Work Date",
        /// The day of the order.
        Order => "Order Date",
        /// The day on which the order was paid whole; until then the day on which it is made.
        Paid => "Paid Date",
    }
}

values::options! {
    /// Which way products go.
    pub enum SyncItem {
        /// Neither: products come with orders, and leave when a person adds them.
        #[default]
        Blank => "",
        /// Items become products.
        ToShopify => "To Shopify",
        /// Products become items.
        FromShopify => "From Shopify",
    }
}

values::options! {
    /// Which way the pictures of products go.
    pub enum SyncItemImages {
        /// Neither.
        #[default]
        Disabled => "Disabled",
        /// Items' pictures become those of products.
        ToShopify => "To Shopify",
        /// Products' pictures become those of items.
        FromShopify => "From Shopify",
    }
}

values::options! {
    /// What a product that is made from here is at first.
    pub enum CreatedProductStatus {
        /// It is sold at once.
        #[default]
        Active => "Active",
        /// It waits for a person.
        Draft => "Draft",
        /// It is sold to who has its address.
        Unlisted => "Unlisted",
    }
}

values::options! {
    /// What becomes of a product whose item is blocked, or that is removed here.
    pub enum RemoveAction {
        /// Nothing.
        #[default]
        Blank => "",
        /// It is archived.
        Archive => "Status to Archived",
        /// It becomes a draft.
        Draft => "Status to Draft",
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
    /// What becomes of refunds and returns.
    pub enum ReturnAndRefundProcess {
        /// They are read; their documents are made by hand.
        #[default]
        ImportOnly => "Import Only",
        /// Their documents are made by the runs that make those of orders.
        AutoCreate => "Auto Create Sales Document",
    }
}

values::options! {
    /// Which document takes back what was sold.
    pub enum ReturnDocument {
        /// A credit memo.
        #[default]
        CreditMemo => "Credit Memo",
        /// A return order.
        ReturnOrder => "Return Order",
    }
}

values::options! {
    /// Where goods come back to.
    pub enum ReturnLocationPriority {
        /// Always to the location of the shop card.
        #[default]
        Default => "Default Return Location",
        /// To the location of the back office that is mapped to where they are in Shopify, else to that of the shop card.
        OriginalThenDefault => "Original -> Default Location",
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

values::options! {
    /// By what an item was found.
    pub enum Reason {
        /// By nothing: none was found.
        #[default]
        Blank => "",
        /// The SKU is its number.
        ItemNumber => "SKU = Item No.",
        /// The SKU is its number and the code of its variant.
        ItemNumberAndVariantCode => "SKU = Item No. + Variant Code",
        /// The SKU is the code of its variant.
        VariantCode => "SKU = Variant Code",
        /// The SKU is the number by which a vendor knows it.
        VendorItemNumber => "SKU = Vendor Item No.",
        /// The SKU is its bar code.
        SkuIsBarCode => "SKU = Bar Code",
        /// The bar code is its bar code.
        BarCode => "Bar Code",
        /// The product is that item.
        Product => "Product",
        /// It is called alike.
        Title => "Title",
        /// A person has chosen it.
        Person => "By hand",
    }
}

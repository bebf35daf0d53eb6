use rust_decimal::Decimal;

/// How many decimals amounts of a currency have.
pub(super) fn decimals(currency: &str) -> u32 {
    match currency {
        "BIF" | "CLP" | "DJF" | "GNF" | "ISK" | "JPY" | "KMF" | "KRW" | "PYG" | "RWF" | "UGX" | "VND" | "VUV"
        | "XAF" | "XOF" | "XPF" => 0,
        "BHD" | "IQD" | "JOD" | "KWD" | "LYD" | "OMR" | "TND" => 3,
        _ => 2,
    }
}

/// Its smallest amount.
pub(in crate::orders) fn smallest(currency: &str) -> Decimal {
    Decimal::new(1, decimals(currency))
}

/// Why pieces come back: the reasons that every shop has, as the enum names them, their handles and names.
pub(crate) const RETURN_REASONS: &[ReturnReason] = &[
    ReturnReason { id: 1, value: "SIZE_TOO_SMALL", handle: "size-too-small", name: "Size was too small" },
    ReturnReason { id: 2, value: "SIZE_TOO_LARGE", handle: "size-too-large", name: "Size was too large" },
    ReturnReason { id: 3, value: "UNWANTED", handle: "unwanted", name: "Customer changed their mind" },
    ReturnReason { id: 4, value: "NOT_AS_DESCRIBED", handle: "not-as-described", name: "Item not as described" },
    ReturnReason { id: 5, value: "WRONG_ITEM", handle: "wrong-item", name: "Received the wrong item" },
    ReturnReason { id: 6, value: "DEFECTIVE", handle: "defective", name: "Damaged or defective" },
    ReturnReason { id: 7, value: "STYLE", handle: "style", name: "Style" },
    ReturnReason { id: 8, value: "COLOR", handle: "color", name: "Color" },
    ReturnReason { id: 9, value: "OTHER", handle: "other", name: "Other" },
    ReturnReason { id: 10, value: "UNKNOWN", handle: "unknown", name: "Unknown" },
];

/// One reason.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ReturnReason {
    pub id: u64,
    /// The value of the enum, which older clients use.
    pub value: &'static str,
    pub handle: &'static str,
    pub name: &'static str,
}

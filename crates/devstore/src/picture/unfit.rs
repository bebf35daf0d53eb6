use serde::{Deserialize, Serialize};

/// Why a file is no picture of the store.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Unfit {
    /// There is nothing at the address.
    NotThere,
    /// It is none that the store knows.
    UnknownType,
    /// It begins like a picture, and is broken.
    Broken,
    TooManyBytes,
    TooManyPixels,
}

impl Unfit {
    /// The code, of `MediaErrorCode` and of `FileErrorCode`.
    pub(crate) const fn code(self) -> &'static str {
        match self {
            Self::NotThere => "IMAGE_DOWNLOAD_FAILURE",
            Self::UnknownType => "UNSUPPORTED_IMAGE_FILE_TYPE",
            Self::Broken => "IMAGE_PROCESSING_FAILURE",
            Self::TooManyBytes => "INVALID_IMAGE_FILE_SIZE",
            Self::TooManyPixels => "INVALID_IMAGE_RESOLUTION",
        }
    }

    /// The same for people.
    pub(crate) const fn message(self) -> &'static str {
        match self {
            Self::NotThere => "The image could not be downloaded. Check that its address can be reached.",
            Self::UnknownType => "The file type is not supported. Supported are PNG, JPEG, GIF and WEBP.",
            Self::Broken => "The image could not be processed. Try to upload it again.",
            Self::TooManyBytes => "The file size of the image exceeds the maximum limit of 20 MB.",
            Self::TooManyPixels => "The resolution of the image exceeds the maximum limit of 25 megapixels.",
        }
    }
}

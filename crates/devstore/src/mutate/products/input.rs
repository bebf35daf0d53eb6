use serde::Deserialize;

use super::super::media::FileInput;
use super::super::variants::VariantInput;

/// `ProductSetIdentifiers` and `ProductUpdateIdentifiers`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct ProductIdentifier {
    pub handle: Option<String>,
    pub id: Option<String>,
}

/// `ProductSetInput`. A list that is left out stays as it is; what a given list omits is deleted.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct ProductInput {
    #[serde(flatten)]
    pub texts: Texts,
    pub id: Option<String>,
    pub collections: Option<Vec<String>>,
    pub files: Option<Vec<FileInput>>,
    pub product_options: Option<Vec<OptionInput>>,
    pub variants: Option<Vec<VariantInput>>,
}

/// `ProductCreateInput` and `ProductUpdateInput`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct PlainProductInput {
    #[serde(flatten)]
    pub texts: Texts,
    pub id: Option<String>,
    pub product_options: Option<Vec<OptionInput>>,
    pub collections_to_join: Option<Vec<String>>,
}

/// What every input of a product has: the product itself, without options, variants and pictures.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct Texts {
    pub description_html: Option<String>,
    pub gift_card: Option<bool>,
    pub handle: Option<String>,
    pub product_type: Option<String>,
    pub seo: Option<SeoInput>,
    pub status: Option<String>,
    pub tags: Option<Vec<String>>,
    pub title: Option<String>,
    pub vendor: Option<String>,
}

/// `SEOInput`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct SeoInput {
    pub title: Option<String>,
    pub description: Option<String>,
}

/// `OptionSetInput` and `OptionCreateInput`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct OptionInput {
    pub id: Option<String>,
    pub name: Option<String>,
    pub position: Option<i64>,
    pub values: Option<Vec<OptionValueInput>>,
}

/// `OptionValueSetInput`, `OptionValueCreateInput` and `OptionValueUpdateInput`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct OptionValueInput {
    pub id: Option<String>,
    pub name: Option<String>,
}

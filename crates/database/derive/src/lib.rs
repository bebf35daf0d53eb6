//! Derives the description of a record from its entity, so that a field is written once.
//!
//! ```ignore
//! #[derive(Clone, Debug, PartialEq, DeriveEntityModel, Record)]
//! #[sea_orm(table_name = "item")]
//! #[record(name = "items", caption = "Item")]
//! pub struct Model {
//!     #[sea_orm(primary_key, auto_increment = false)]
//!     pub id: Uuid,
//!     #[record(caption = "No.", sort)]
//!     pub number: Code<20>,
//!     #[record(skip)]
//!     pub search: String,
//! }
//! ```
//!
//! A field's name in the API is camelCase of its Rust name, its caption the Rust name in words; both may be given with
//! `name = "…"` and `caption = "…"`. Every field may be filtered unless `nofilter` stands there; it may be sorted by
//! only where `sort` does, because a list needs an index for that. `skip` keeps a field to the program. On the record,
//! `search = "…"` names the table that holds its texts for searches.

use proc_macro::TokenStream;
use quote::quote;
use syn::{Data, DeriveInput, Error, Fields, LitStr, Result, Type, parse_macro_input};

/// See the crate's documentation.
#[proc_macro_derive(Record, attributes(record))]
pub fn derive_record(input: TokenStream) -> TokenStream {
    let input = parse_macro_input!(input as DeriveInput);
    expand(&input).unwrap_or_else(Error::into_compile_error).into()
}

#[derive(Default)]
struct Options {
    name: Option<String>,
    caption: Option<String>,
    skip: bool,
    nofilter: bool,
    sort: bool,
    search: Option<String>,
}

fn options(attributes: &[syn::Attribute]) -> Result<Options> {
    let mut options = Options::default();
    for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident("record")) {
        attribute.parse_nested_meta(|meta| {
            if meta.path.is_ident("name") {
                options.name = Some(meta.value()?.parse::<LitStr>()?.value());
            } else if meta.path.is_ident("caption") {
                options.caption = Some(meta.value()?.parse::<LitStr>()?.value());
            } else if meta.path.is_ident("skip") {
                options.skip = true;
            } else if meta.path.is_ident("nofilter") {
                options.nofilter = true;
            } else if meta.path.is_ident("sort") {
                options.sort = true;
            } else if meta.path.is_ident("search") {
                options.search = Some(meta.value()?.parse::<LitStr>()?.value());
            } else {
                return Err(meta.error("expected name, caption, search, skip, nofilter or sort"));
            }
            Ok(())
        })?;
    }
    Ok(options)
}

fn expand(input: &DeriveInput) -> Result<proc_macro2::TokenStream> {
    let Data::Struct(data) = &input.data else { return Err(Error::new_spanned(input, "Record is for a struct")) };
    let Fields::Named(fields) = &data.fields else {
        return Err(Error::new_spanned(input, "Record needs named fields"));
    };
    let record = options(&input.attrs)?;
    let missing = || Error::new_spanned(&input.ident, "write #[record(name = \"…\", caption = \"…\")]");
    let set = record.name.ok_or_else(missing)?;
    let set_caption = record.caption.ok_or_else(missing)?;

    let search = match record.search {
        Some(table) => quote!(Some(#table)),
        None => quote!(None),
    };

    let mut descriptions = Vec::new();
    let mut values = Vec::new();
    for field in &fields.named {
        let Some(ident) = &field.ident else { continue };
        let options = options(&field.attrs)?;
        if options.skip {
            continue;
        }
        let rust_name = ident.to_string().trim_start_matches("r#").to_owned();
        let column = syn::Ident::new(&pascal_case(&rust_name), ident.span());
        let name = options.name.unwrap_or_else(|| camel_case(&rust_name));
        let caption = options.caption.unwrap_or_else(|| title_case(&rust_name));
        let (filterable, sortable, nullable) = (!options.nofilter, options.sort, is_option(&field.ty));
        let field_type = &field.ty;
        descriptions.push(quote! {
            ::database::Field {
                column: Column::#column,
                name: #name,
                caption: #caption,
                kind: <#field_type as ::database::private::values::field::FieldType>::KIND,
                nullable: #nullable,
                filterable: #filterable,
                sortable: #sortable,
            }
        });
        values.push(quote! {
            Column::#column => ::database::private::values::field::FieldType::value(&model.#ident)
        });
    }

    Ok(quote! {
        impl ::database::Record for Entity {
            const NAME: &'static str = #set;
            const CAPTION: &'static str = #set_caption;
            const SEARCH: Option<&'static str> = #search;

            fn fields() -> &'static [::database::Field<Column>] {
                const FIELDS: &[::database::Field<Column>] = &[ #(#descriptions),* ];
                FIELDS
            }

            #[allow(unreachable_patterns, reason = "a record may have no field that is skipped")]
            fn value(model: &Model, column: Column) -> ::database::private::values::field::Value {
                match column {
                    #(#values,)*
                    _ => ::database::private::values::field::Value::Null,
                }
            }
        }
    })
}

fn is_option(field_type: &Type) -> bool {
    let Type::Path(path) = field_type else { return false };
    path.path.segments.last().is_some_and(|segment| segment.ident == "Option")
}

fn words(rust_name: &str) -> impl Iterator<Item = &str> {
    rust_name.split('_').filter(|word| !word.is_empty())
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

fn pascal_case(rust_name: &str) -> String {
    words(rust_name).map(capitalised).collect()
}

fn camel_case(rust_name: &str) -> String {
    words(rust_name).enumerate().map(|(at, word)| if at == 0 { word.to_owned() } else { capitalised(word) }).collect()
}

fn title_case(rust_name: &str) -> String {
    words(rust_name)
        .map(|word| if word == "number" { "No.".to_owned() } else { capitalised(word) })
        .collect::<Vec<_>>()
        .join(" ")
}

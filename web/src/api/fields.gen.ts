// Written by `npm run schema` from openapi.json.
import type { FieldTable } from './fields'

export const fieldTable = {
 "accounts": {
  "accountType": {
   "kind": "option",
   "filterable": true,
   "options": [
    "Posting",
    "Heading",
    "Total"
   ]
  },
  "blocked": {
   "kind": "boolean",
   "filterable": true
  },
  "directPosting": {
   "kind": "boolean",
   "filterable": true
  },
  "displayName": {
   "kind": "text",
   "filterable": true
  },
  "generalProductPostingGroup": {
   "kind": "text",
   "filterable": true
  },
  "id": {
   "kind": "id",
   "sortable": true,
   "filterable": true
  },
  "number": {
   "kind": "text",
   "sortable": true,
   "filterable": true
  },
  "salesTaxGroupCode": {
   "kind": "text",
   "filterable": true
  },
  "vatProductPostingGroup": {
   "kind": "text",
   "filterable": true
  }
 },
 "apiTokens": {
  "createdAt": {
   "kind": "dateTime",
   "filterable": true
  },
  "description": {
   "kind": "text",
   "filterable": true
  },
  "expiresAt": {
   "kind": "dateTime",
   "filterable": true
  },
  "hint": {
   "kind": "text",
   "filterable": true
  },
  "id": {
   "kind": "id",
   "sortable": true,
   "filterable": true
  },
  "revokedAt": {
   "kind": "dateTime",
   "filterable": true
  },
  "userId": {
   "kind": "id",
   "filterable": true
  }
 },
 "bankAccountLedgerEntries": {
  "amount": {
   "kind": "decimal",
   "filterable": true
  },
  "amountLcy": {
   "kind": "decimal",
   "filterable": true
  },
  "bankAccountNumber": {
   "kind": "text",
   "filterable": true
  },
  "createdAt": {
   "kind": "dateTime",
   "filterable": true
  },
  "currencyCode": {
   "kind": "text",
   "filterable": true
  },
  "description": {
   "kind": "text",
   "filterable": true
  },
  "documentNumber": {
   "kind": "text",
   "filterable": true
  },
  "documentType": {
   "kind": "option",
   "filterable": true,
   "options": [
    "",
    "Payment",
    "Invoice",
    "Credit Memo",
    "Refund"
   ]
  },
  "entryNumber": {
   "kind": "integer",
   "sortable": true,
   "filterable": true
  },
  "externalDocumentNumber": {
   "kind": "text",
   "filterable": true
  },
  "id": {
   "kind": "id",
   "sortable": true,
   "filterable": true
  },
  "postingDate": {
   "kind": "date",
   "sortable": true,
   "filterable": true
  },
  "transactionNumber": {
   "kind": "integer",
   "filterable": true
  },
  "userId": {
   "kind": "text",
   "filterable": true
  }
 },
 "bankAccountPostingGroups": {
  "accountNumber": {
   "kind": "text",
   "filterable": true
  },
  "code": {
   "kind": "text",
   "sortable": true,
   "filterable": true
  },
  "id": {
   "kind": "id",
   "sortable": true,
   "filterable": true
  }
 },
 "bankAccounts": {
  "bankAccountNumber": {
   "kind": "text",
   "filterable": true
  },
  "bankAccountPostingGroup": {
   "kind": "text",
   "filterable": true
  },
  "blocked": {
   "kind": "boolean",
   "filterable": true
  },
  "currencyCode": {
   "kind": "text",
   "filterable": true
  },
  "displayName": {
   "kind": "text",
   "filterable": true
  },
  "iban": {
   "kind": "text",
   "filterable": true
  },
  "id": {
   "kind": "id",
   "sortable": true,
   "filterable": true
  },
  "number": {
   "kind": "text",
   "sortable": true,
   "filterable": true
  }
 },
 "companyInformation": {
  "addressLine1": {
   "kind": "text",
   "filterable": true
  },
  "addressLine2": {
   "kind": "text",
   "filterable": true
  },
  "amountRoundingPrecision": {
   "kind": "decimal",
   "filterable": true
  },
  "bankAccountNumber": {
   "kind": "text",
   "filterable": true
  },
  "bankName": {
   "kind": "text",
   "filterable": true
  },
  "city": {
   "kind": "text",
   "filterable": true
  },
  "country": {
   "kind": "text",
   "filterable": true
  },
  "currencyCode": {
   "kind": "text",
   "filterable": true
  },
  "customerNumbers": {
   "kind": "text",
   "filterable": true
  },
  "displayName": {
   "kind": "text",
   "filterable": true
  },
  "email": {
   "kind": "text",
   "filterable": true
  },
  "iban": {
   "kind": "text",
   "filterable": true
  },
  "id": {
   "kind": "id",
   "sortable": true,
   "filterable": true
  },
  "itemNumbers": {
   "kind": "text",
   "filterable": true
  },
  "orderNumbers": {
   "kind": "text",
   "filterable": true
  },
  "phoneNumber": {
   "kind": "text",
   "filterable": true
  },
  "postalCode": {
   "kind": "text",
   "filterable": true
  },
  "state": {
   "kind": "text",
   "filterable": true
  },
  "swiftCode": {
   "kind": "text",
   "filterable": true
  },
  "taxRegistrationNumber": {
   "kind": "text",
   "filterable": true
  },
  "timeZone": {
   "kind": "text",
   "filterable": true
  },
  "unitAmountRoundingPrecision": {
   "kind": "decimal",
   "filterable": true
  },
  "website": {
   "kind": "text",
   "filterable": true
  }
 },
 "countriesRegions": {
  "code": {
   "kind": "text",
   "sortable": true,
   "filterable": true
  },
  "displayName": {
   "kind": "text",
   "filterable": true
  },
  "id": {
   "kind": "id",
   "sortable": true,
   "filterable": true
  },
  "isoCode": {
   "kind": "text",
   "filterable": true
  }
 },
 "currencies": {
  "amountRoundingPrecision": {
   "kind": "decimal",
   "filterable": true
  },
  "code": {
   "kind": "text",
   "sortable": true,
   "filterable": true
  },
  "displayName": {
   "kind": "text",
   "filterable": true
  },
  "id": {
   "kind": "id",
   "sortable": true,
   "filterable": true
  },
  "invoiceRoundingPrecision": {
   "kind": "decimal",
   "filterable": true
  },
  "invoiceRoundingType": {
   "kind": "option",
   "filterable": true,
   "options": [
    "Nearest",
    "Up",
    "Down"
   ]
  },
  "isoCode": {
   "kind": "text",
   "filterable": true
  },
  "realizedGainsAccount": {
   "kind": "text",
   "filterable": true
  },
  "realizedLossesAccount": {
   "kind": "text",
   "filterable": true
  },
  "unitAmountRoundingPrecision": {
   "kind": "decimal",
   "filterable": true
  }
 },
 "currencyExchangeRates": {
  "currencyCode": {
   "kind": "text",
   "filterable": true
  },
  "exchangeRateAmount": {
   "kind": "decimal"
  },
  "id": {
   "kind": "id",
   "sortable": true,
   "filterable": true
  },
  "relationalExchangeRateAmount": {
   "kind": "decimal"
  },
  "startingDate": {
   "kind": "date",
   "filterable": true
  }
 },
 "customerDiscountGroups": {
  "code": {
   "kind": "text",
   "sortable": true,
   "filterable": true
  },
  "displayName": {
   "kind": "text",
   "filterable": true
  },
  "id": {
   "kind": "id",
   "sortable": true,
   "filterable": true
  }
 },
 "customerInvoiceDiscounts": {
  "code": {
   "kind": "text",
   "sortable": true,
   "filterable": true
  },
  "currencyCode": {
   "kind": "text",
   "filterable": true
  },
  "discountPercent": {
   "kind": "decimal",
   "filterable": true
  },
  "id": {
   "kind": "id",
   "sortable": true,
   "filterable": true
  },
  "minimumAmount": {
   "kind": "decimal",
   "filterable": true
  },
  "serviceCharge": {
   "kind": "decimal",
   "filterable": true
  }
 },
 "customerLedgerEntries": {
  "amount": {
   "kind": "decimal",
   "filterable": true
  },
  "amountLcy": {
   "kind": "decimal",
   "filterable": true
  },
  "closedAtDate": {
   "kind": "date",
   "filterable": true
  },
  "closedByAmount": {
   "kind": "decimal",
   "filterable": true
  },
  "closedByEntryNumber": {
   "kind": "integer",
   "filterable": true
  },
  "createdAt": {
   "kind": "dateTime",
   "filterable": true
  },
  "currencyCode": {
   "kind": "text",
   "filterable": true
  },
  "currencyFactor": {
   "kind": "decimal"
  },
  "customerNumber": {
   "kind": "text",
   "filterable": true
  },
  "customerPostingGroup": {
   "kind": "text",
   "filterable": true
  },
  "description": {
   "kind": "text",
   "filterable": true
  },
  "documentDate": {
   "kind": "date",
   "filterable": true
  },
  "documentNumber": {
   "kind": "text",
   "filterable": true
  },
  "documentType": {
   "kind": "option",
   "filterable": true,
   "options": [
    "",
    "Payment",
    "Invoice",
    "Credit Memo",
    "Refund"
   ]
  },
  "dueDate": {
   "kind": "date",
   "filterable": true
  },
  "entryNumber": {
   "kind": "integer",
   "sortable": true,
   "filterable": true
  },
  "externalDocumentNumber": {
   "kind": "text",
   "filterable": true
  },
  "id": {
   "kind": "id",
   "sortable": true,
   "filterable": true
  },
  "invoiceDiscountLcy": {
   "kind": "decimal",
   "filterable": true
  },
  "open": {
   "kind": "boolean",
   "filterable": true
  },
  "originalPaymentDiscountPossible": {
   "kind": "decimal",
   "filterable": true
  },
  "paymentDiscountDate": {
   "kind": "date",
   "filterable": true
  },
  "paymentDiscountGivenLcy": {
   "kind": "decimal",
   "filterable": true
  },
  "paymentMethodCode": {
   "kind": "text",
   "filterable": true
  },
  "positive": {
   "kind": "boolean",
   "filterable": true
  },
  "postingDate": {
   "kind": "date",
   "sortable": true,
   "filterable": true
  },
  "profitLcy": {
   "kind": "decimal",
   "filterable": true
  },
  "remainingAmount": {
   "kind": "decimal",
   "filterable": true
  },
  "remainingAmountLcy": {
   "kind": "decimal",
   "filterable": true
  },
  "remainingPaymentDiscountPossible": {
   "kind": "decimal",
   "filterable": true
  },
  "salesLcy": {
   "kind": "decimal",
   "filterable": true
  },
  "sourceId": {
   "kind": "text",
   "filterable": true
  },
  "sourceKind": {
   "kind": "text",
   "filterable": true
  },
  "sourceNumber": {
   "kind": "text",
   "filterable": true
  },
  "transactionNumber": {
   "kind": "integer",
   "filterable": true
  },
  "userId": {
   "kind": "text",
   "filterable": true
  }
 },
 "customerPostingGroups": {
  "code": {
   "kind": "text",
   "sortable": true,
   "filterable": true
  },
  "displayName": {
   "kind": "text",
   "filterable": true
  },
  "id": {
   "kind": "id",
   "sortable": true,
   "filterable": true
  },
  "invoiceRoundingAccount": {
   "kind": "text",
   "filterable": true
  },
  "paymentDiscountCreditAccount": {
   "kind": "text",
   "filterable": true
  },
  "paymentDiscountDebitAccount": {
   "kind": "text",
   "filterable": true
  },
  "receivablesAccount": {
   "kind": "text",
   "filterable": true
  },
  "serviceChargeAccount": {
   "kind": "text",
   "filterable": true
  }
 },
 "customerPriceGroups": {
  "code": {
   "kind": "text",
   "sortable": true,
   "filterable": true
  },
  "displayName": {
   "kind": "text",
   "filterable": true
  },
  "id": {
   "kind": "id",
   "sortable": true,
   "filterable": true
  }
 },
 "customerTemplates": {
  "code": {
   "kind": "text",
   "sortable": true,
   "filterable": true
  },
  "currencyCode": {
   "kind": "text",
   "filterable": true
  },
  "customerPostingGroup": {
   "kind": "text",
   "filterable": true
  },
  "description": {
   "kind": "text",
   "filterable": true
  },
  "generalBusinessPostingGroup": {
   "kind": "text",
   "filterable": true
  },
  "id": {
   "kind": "id",
   "sortable": true,
   "filterable": true
  },
  "numberSeries": {
   "kind": "text",
   "filterable": true
  },
  "paymentMethodCode": {
   "kind": "text",
   "filterable": true
  },
  "paymentTermsCode": {
   "kind": "text",
   "filterable": true
  },
  "pricesIncludingVat": {
   "kind": "boolean",
   "filterable": true
  },
  "salesTaxAreaCode": {
   "kind": "text",
   "filterable": true
  },
  "taxLiable": {
   "kind": "boolean",
   "filterable": true
  },
  "vatBusinessPostingGroup": {
   "kind": "text",
   "filterable": true
  }
 },
 "customers": {
  "addressLine1": {
   "kind": "text",
   "filterable": true
  },
  "addressLine2": {
   "kind": "text",
   "filterable": true
  },
  "allowLineDiscount": {
   "kind": "boolean",
   "filterable": true
  },
  "blocked": {
   "kind": "option",
   "filterable": true,
   "options": [
    "",
    "Ship",
    "Invoice",
    "All"
   ]
  },
  "city": {
   "kind": "text",
   "filterable": true
  },
  "contact": {
   "kind": "text",
   "filterable": true
  },
  "country": {
   "kind": "text",
   "filterable": true
  },
  "currencyCode": {
   "kind": "text",
   "filterable": true
  },
  "customerDiscountGroup": {
   "kind": "text",
   "filterable": true
  },
  "customerPostingGroupCode": {
   "kind": "text",
   "filterable": true
  },
  "customerPriceGroup": {
   "kind": "text",
   "filterable": true
  },
  "displayName": {
   "kind": "text",
   "sortable": true,
   "filterable": true
  },
  "displayName2": {
   "kind": "text",
   "filterable": true
  },
  "email": {
   "kind": "text",
   "filterable": true
  },
  "generalBusinessPostingGroupCode": {
   "kind": "text",
   "filterable": true
  },
  "id": {
   "kind": "id",
   "sortable": true,
   "filterable": true
  },
  "invoiceDiscountCode": {
   "kind": "text",
   "filterable": true
  },
  "languageCode": {
   "kind": "text",
   "filterable": true
  },
  "lastModifiedDateTime": {
   "kind": "dateTime",
   "sortable": true,
   "filterable": true
  },
  "locationCode": {
   "kind": "text",
   "filterable": true
  },
  "mobilePhoneNumber": {
   "kind": "text",
   "filterable": true
  },
  "number": {
   "kind": "text",
   "sortable": true,
   "filterable": true
  },
  "paymentMethodCode": {
   "kind": "text",
   "filterable": true
  },
  "paymentTermsCode": {
   "kind": "text",
   "filterable": true
  },
  "phoneNumber": {
   "kind": "text",
   "filterable": true
  },
  "postalCode": {
   "kind": "text",
   "filterable": true
  },
  "pricesIncludeTax": {
   "kind": "boolean",
   "filterable": true
  },
  "privacyBlocked": {
   "kind": "boolean",
   "filterable": true
  },
  "salesTaxAreaCode": {
   "kind": "text",
   "filterable": true
  },
  "shipToCode": {
   "kind": "text",
   "filterable": true
  },
  "shipmentMethodCode": {
   "kind": "text",
   "filterable": true
  },
  "shippingAdvice": {
   "kind": "option",
   "filterable": true,
   "options": [
    "Partial",
    "Complete"
   ]
  },
  "shippingAgentCode": {
   "kind": "text",
   "filterable": true
  },
  "shippingAgentServiceCode": {
   "kind": "text",
   "filterable": true
  },
  "state": {
   "kind": "text",
   "filterable": true
  },
  "taxAreaCode": {
   "kind": "text",
   "filterable": true
  },
  "taxLiable": {
   "kind": "boolean",
   "filterable": true
  },
  "taxRegistrationNumber": {
   "kind": "text",
   "filterable": true
  },
  "website": {
   "kind": "text",
   "filterable": true
  }
 },
 "detailedCustomerLedgerEntries": {
  "amount": {
   "kind": "decimal",
   "filterable": true
  },
  "amountLcy": {
   "kind": "decimal",
   "filterable": true
  },
  "appliedEntryNumber": {
   "kind": "integer",
   "filterable": true
  },
  "currencyCode": {
   "kind": "text",
   "filterable": true
  },
  "customerLedgerEntryNumber": {
   "kind": "integer",
   "filterable": true
  },
  "customerNumber": {
   "kind": "text",
   "filterable": true
  },
  "documentNumber": {
   "kind": "text",
   "filterable": true
  },
  "documentType": {
   "kind": "option",
   "filterable": true,
   "options": [
    "",
    "Payment",
    "Invoice",
    "Credit Memo",
    "Refund"
   ]
  },
  "entryNumber": {
   "kind": "integer",
   "sortable": true,
   "filterable": true
  },
  "entryType": {
   "kind": "option",
   "filterable": true,
   "options": [
    "Initial Entry",
    "Application",
    "Realized Loss",
    "Realized Gain",
    "Payment Discount"
   ]
  },
  "id": {
   "kind": "id",
   "sortable": true,
   "filterable": true
  },
  "postingDate": {
   "kind": "date",
   "filterable": true
  },
  "transactionNumber": {
   "kind": "integer",
   "filterable": true
  },
  "userId": {
   "kind": "text",
   "filterable": true
  }
 },
 "expectedReceipts": {
  "description": {
   "kind": "text",
   "filterable": true
  },
  "expectedReceiptDate": {
   "kind": "date",
   "sortable": true,
   "filterable": true
  },
  "id": {
   "kind": "id",
   "sortable": true,
   "filterable": true
  },
  "itemNumber": {
   "kind": "text",
   "filterable": true
  },
  "lastModifiedDateTime": {
   "kind": "dateTime",
   "sortable": true,
   "filterable": true
  },
  "locationCode": {
   "kind": "text",
   "filterable": true
  },
  "quantity": {
   "kind": "decimal",
   "filterable": true
  },
  "variantCode": {
   "kind": "text",
   "filterable": true
  }
 },
 "generalBusinessPostingGroups": {
  "code": {
   "kind": "text",
   "sortable": true,
   "filterable": true
  },
  "displayName": {
   "kind": "text",
   "filterable": true
  },
  "id": {
   "kind": "id",
   "sortable": true,
   "filterable": true
  }
 },
 "generalJournalTemplates": {
  "description": {
   "kind": "text",
   "filterable": true
  },
  "id": {
   "kind": "id",
   "sortable": true,
   "filterable": true
  },
  "name": {
   "kind": "text",
   "sortable": true,
   "filterable": true
  },
  "sourceCode": {
   "kind": "text",
   "filterable": true
  },
  "type": {
   "kind": "option",
   "filterable": true,
   "options": [
    "General",
    "Cash Receipts"
   ]
  }
 },
 "generalLedgerEntries": {
  "accountNumber": {
   "kind": "text",
   "filterable": true
  },
  "amount": {
   "kind": "decimal",
   "filterable": true
  },
  "createdAt": {
   "kind": "dateTime",
   "filterable": true
  },
  "creditAmount": {
   "kind": "decimal",
   "filterable": true
  },
  "debitAmount": {
   "kind": "decimal",
   "filterable": true
  },
  "description": {
   "kind": "text",
   "filterable": true
  },
  "documentNumber": {
   "kind": "text",
   "filterable": true
  },
  "documentType": {
   "kind": "option",
   "filterable": true,
   "options": [
    "",
    "Payment",
    "Invoice",
    "Credit Memo",
    "Refund"
   ]
  },
  "entryNumber": {
   "kind": "integer",
   "sortable": true,
   "filterable": true
  },
  "externalDocumentNumber": {
   "kind": "text",
   "filterable": true
  },
  "generalBusinessPostingGroup": {
   "kind": "text",
   "filterable": true
  },
  "generalProductPostingGroup": {
   "kind": "text",
   "filterable": true
  },
  "id": {
   "kind": "id",
   "sortable": true,
   "filterable": true
  },
  "postingDate": {
   "kind": "date",
   "sortable": true,
   "filterable": true
  },
  "transactionNumber": {
   "kind": "integer",
   "filterable": true
  },
  "userId": {
   "kind": "text",
   "filterable": true
  },
  "vatBusinessPostingGroup": {
   "kind": "text",
   "filterable": true
  },
  "vatProductPostingGroup": {
   "kind": "text",
   "filterable": true
  }
 },
 "generalLedgerRegisters": {
  "createdAt": {
   "kind": "dateTime",
   "sortable": true,
   "filterable": true
  },
  "documentNumber": {
   "kind": "text",
   "filterable": true
  },
  "fromEntryNumber": {
   "kind": "integer",
   "filterable": true
  },
  "fromVatEntryNumber": {
   "kind": "integer",
   "filterable": true
  },
  "id": {
   "kind": "id",
   "sortable": true,
   "filterable": true
  },
  "number": {
   "kind": "integer",
   "sortable": true,
   "filterable": true
  },
  "postingDate": {
   "kind": "date",
   "filterable": true
  },
  "sourceCode": {
   "kind": "text",
   "filterable": true
  },
  "toEntryNumber": {
   "kind": "integer",
   "filterable": true
  },
  "toVatEntryNumber": {
   "kind": "integer",
   "filterable": true
  },
  "userId": {
   "kind": "text",
   "filterable": true
  }
 },
 "generalLedgerSetup": {
  "allowPostingFrom": {
   "kind": "date",
   "filterable": true
  },
  "allowPostingTo": {
   "kind": "date",
   "filterable": true
  },
  "id": {
   "kind": "id",
   "sortable": true,
   "filterable": true
  },
  "invoiceRoundingPrecision": {
   "kind": "decimal",
   "filterable": true
  },
  "invoiceRoundingType": {
   "kind": "option",
   "filterable": true,
   "options": [
    "Nearest",
    "Up",
    "Down"
   ]
  }
 },
 "generalPostingSetup": {
  "blocked": {
   "kind": "boolean",
   "filterable": true
  },
  "businessGroup": {
   "kind": "text",
   "filterable": true
  },
  "cogsAccount": {
   "kind": "text",
   "filterable": true
  },
  "cogsAccountInterim": {
   "kind": "text",
   "filterable": true
  },
  "id": {
   "kind": "id",
   "sortable": true,
   "filterable": true
  },
  "inventoryAdjustmentAccount": {
   "kind": "text",
   "filterable": true
  },
  "productGroup": {
   "kind": "text",
   "filterable": true
  },
  "salesAccount": {
   "kind": "text",
   "filterable": true
  },
  "salesCreditMemoAccount": {
   "kind": "text",
   "filterable": true
  },
  "salesInvoiceDiscountAccount": {
   "kind": "text",
   "filterable": true
  },
  "salesLineDiscountAccount": {
   "kind": "text",
   "filterable": true
  }
 },
 "generalProductPostingGroups": {
  "code": {
   "kind": "text",
   "sortable": true,
   "filterable": true
  },
  "displayName": {
   "kind": "text",
   "filterable": true
  },
  "id": {
   "kind": "id",
   "sortable": true,
   "filterable": true
  }
 },
 "inventoryPostingGroups": {
  "code": {
   "kind": "text",
   "sortable": true,
   "filterable": true
  },
  "displayName": {
   "kind": "text",
   "filterable": true
  },
  "id": {
   "kind": "id",
   "sortable": true,
   "filterable": true
  }
 },
 "inventoryPostingSetup": {
  "id": {
   "kind": "id",
   "sortable": true,
   "filterable": true
  },
  "inventoryAccount": {
   "kind": "text",
   "filterable": true
  },
  "inventoryAccountInterim": {
   "kind": "text",
   "filterable": true
  },
  "inventoryPostingGroupCode": {
   "kind": "text",
   "filterable": true
  },
  "locationCode": {
   "kind": "text",
   "filterable": true
  }
 },
 "inventorySetup": {
  "automaticCostPosting": {
   "kind": "boolean",
   "filterable": true
  },
  "expectedCostPosting": {
   "kind": "boolean",
   "filterable": true
  },
  "id": {
   "kind": "id",
   "sortable": true,
   "filterable": true
  },
  "locationMandatory": {
   "kind": "boolean",
   "filterable": true
  },
  "preventNegativeInventory": {
   "kind": "boolean",
   "filterable": true
  },
  "variantMandatoryIfExists": {
   "kind": "boolean",
   "filterable": true
  }
 },
 "itemCategories": {
  "code": {
   "kind": "text",
   "sortable": true,
   "filterable": true
  },
  "displayName": {
   "kind": "text",
   "filterable": true
  },
  "id": {
   "kind": "id",
   "sortable": true,
   "filterable": true
  },
  "parentCategory": {
   "kind": "text",
   "filterable": true
  }
 },
 "itemDiscountGroups": {
  "code": {
   "kind": "text",
   "sortable": true,
   "filterable": true
  },
  "displayName": {
   "kind": "text",
   "filterable": true
  },
  "id": {
   "kind": "id",
   "sortable": true,
   "filterable": true
  }
 },
 "itemJournalBatches": {
  "code": {
   "kind": "text",
   "sortable": true,
   "filterable": true
  },
  "description": {
   "kind": "text",
   "filterable": true
  },
  "id": {
   "kind": "id",
   "sortable": true,
   "filterable": true
  },
  "numberSeries": {
   "kind": "text",
   "filterable": true
  },
  "templateType": {
   "kind": "option",
   "filterable": true,
   "options": [
    "Item",
    "Phys. Inventory"
   ]
  }
 },
 "itemJournalLines": {
  "amount": {
   "kind": "decimal",
   "filterable": true
  },
  "batchCode": {
   "kind": "text",
   "filterable": true
  },
  "description": {
   "kind": "text",
   "filterable": true
  },
  "documentNumber": {
   "kind": "text",
   "filterable": true
  },
  "entryType": {
   "kind": "option",
   "filterable": true,
   "options": [
    "Positive Adjmt.",
    "Negative Adjmt.",
    "Transfer"
   ]
  },
  "id": {
   "kind": "id",
   "sortable": true,
   "filterable": true
  },
  "itemNumber": {
   "kind": "text",
   "filterable": true
  },
  "lineNumber": {
   "kind": "integer",
   "sortable": true,
   "filterable": true
  },
  "locationCode": {
   "kind": "text",
   "filterable": true
  },
  "newLocationCode": {
   "kind": "text",
   "filterable": true
  },
  "physicalInventory": {
   "kind": "boolean",
   "filterable": true
  },
  "postingDate": {
   "kind": "date",
   "filterable": true
  },
  "qtyPerUnitOfMeasure": {
   "kind": "decimal",
   "filterable": true
  },
  "quantity": {
   "kind": "decimal",
   "filterable": true
  },
  "quantityCalculated": {
   "kind": "decimal",
   "filterable": true
  },
  "quantityPhysical": {
   "kind": "decimal",
   "filterable": true
  },
  "reasonCode": {
   "kind": "text",
   "filterable": true
  },
  "unitCost": {
   "kind": "decimal",
   "filterable": true
  },
  "unitOfMeasureCode": {
   "kind": "text",
   "filterable": true
  },
  "variantCode": {
   "kind": "text",
   "filterable": true
  }
 },
 "itemLedgerEntries": {
  "completelyInvoiced": {
   "kind": "boolean",
   "filterable": true
  },
  "costAmountActual": {
   "kind": "decimal",
   "filterable": true
  },
  "costAmountExpected": {
   "kind": "decimal",
   "filterable": true
  },
  "description": {
   "kind": "text",
   "filterable": true
  },
  "documentLineNumber": {
   "kind": "integer",
   "filterable": true
  },
  "documentNumber": {
   "kind": "text",
   "filterable": true
  },
  "documentType": {
   "kind": "option",
   "filterable": true,
   "options": [
    "",
    "Sales Shipment",
    "Sales Invoice",
    "Sales Credit Memo"
   ]
  },
  "entryNumber": {
   "kind": "integer",
   "sortable": true,
   "filterable": true
  },
  "entryType": {
   "kind": "option",
   "filterable": true,
   "options": [
    "Purchase",
    "Sale",
    "Positive Adjmt.",
    "Negative Adjmt.",
    "Transfer"
   ]
  },
  "expectedCostPosted": {
   "kind": "decimal",
   "filterable": true
  },
  "id": {
   "kind": "id",
   "sortable": true,
   "filterable": true
  },
  "invoicedQuantity": {
   "kind": "decimal",
   "filterable": true
  },
  "itemNumber": {
   "kind": "text",
   "filterable": true
  },
  "locationCode": {
   "kind": "text",
   "filterable": true
  },
  "open": {
   "kind": "boolean",
   "filterable": true
  },
  "orderLineNumber": {
   "kind": "integer",
   "filterable": true
  },
  "orderNumber": {
   "kind": "text",
   "filterable": true
  },
  "postingDate": {
   "kind": "date",
   "sortable": true,
   "filterable": true
  },
  "quantity": {
   "kind": "decimal",
   "filterable": true
  },
  "remainingQuantity": {
   "kind": "decimal",
   "filterable": true
  },
  "salesAmountActual": {
   "kind": "decimal",
   "filterable": true
  },
  "salesAmountExpected": {
   "kind": "decimal",
   "filterable": true
  },
  "sourceNumber": {
   "kind": "text",
   "filterable": true
  },
  "unitOfMeasureCode": {
   "kind": "text",
   "filterable": true
  },
  "variantCode": {
   "kind": "text",
   "filterable": true
  }
 },
 "itemPictures": {
  "addedAt": {
   "kind": "dateTime",
   "filterable": true
  },
  "contentType": {
   "kind": "text",
   "filterable": true
  },
  "fileName": {
   "kind": "text",
   "filterable": true
  },
  "id": {
   "kind": "id",
   "sortable": true,
   "filterable": true
  },
  "itemNumber": {
   "kind": "text",
   "filterable": true
  },
  "position": {
   "kind": "integer",
   "filterable": true
  },
  "size": {
   "kind": "integer",
   "filterable": true
  },
  "variantCode": {
   "kind": "text",
   "filterable": true
  }
 },
 "itemReferences": {
  "id": {
   "kind": "id",
   "sortable": true,
   "filterable": true
  },
  "itemNumber": {
   "kind": "text",
   "filterable": true
  },
  "referenceNumber": {
   "kind": "text",
   "filterable": true
  },
  "unitOfMeasure": {
   "kind": "text",
   "filterable": true
  },
  "variantCode": {
   "kind": "text",
   "filterable": true
  }
 },
 "itemTemplates": {
  "allowInvoiceDiscount": {
   "kind": "boolean",
   "filterable": true
  },
  "baseUnitOfMeasureCode": {
   "kind": "text",
   "filterable": true
  },
  "code": {
   "kind": "text",
   "sortable": true,
   "filterable": true
  },
  "description": {
   "kind": "text",
   "filterable": true
  },
  "generalProductPostingGroup": {
   "kind": "text",
   "filterable": true
  },
  "id": {
   "kind": "id",
   "sortable": true,
   "filterable": true
  },
  "inventoryPostingGroup": {
   "kind": "text",
   "filterable": true
  },
  "priceIncludesTax": {
   "kind": "boolean",
   "filterable": true
  },
  "salesTaxGroupCode": {
   "kind": "text",
   "filterable": true
  },
  "type": {
   "kind": "option",
   "filterable": true,
   "options": [
    "Inventory",
    "Service",
    "Non-Inventory"
   ]
  },
  "vatProductPostingGroup": {
   "kind": "text",
   "filterable": true
  }
 },
 "itemTexts": {
  "id": {
   "kind": "id",
   "sortable": true,
   "filterable": true
  },
  "itemNumber": {
   "kind": "text",
   "filterable": true
  },
  "languageCode": {
   "kind": "text",
   "filterable": true
  },
  "text": {
   "kind": "text",
   "filterable": true
  },
  "textType": {
   "kind": "option",
   "filterable": true,
   "options": [
    "Marketing Text",
    "Extended Text"
   ]
  }
 },
 "itemUnitsOfMeasure": {
  "code": {
   "kind": "text",
   "filterable": true
  },
  "id": {
   "kind": "id",
   "sortable": true,
   "filterable": true
  },
  "itemNumber": {
   "kind": "text",
   "filterable": true
  },
  "qtyPerUnitOfMeasure": {
   "kind": "decimal",
   "filterable": true
  }
 },
 "itemVariants": {
  "blocked": {
   "kind": "boolean",
   "filterable": true
  },
  "code": {
   "kind": "text",
   "sortable": true,
   "filterable": true
  },
  "displayName": {
   "kind": "text",
   "filterable": true
  },
  "id": {
   "kind": "id",
   "sortable": true,
   "filterable": true
  },
  "itemNumber": {
   "kind": "text",
   "filterable": true
  },
  "salesBlocked": {
   "kind": "boolean",
   "filterable": true
  }
 },
 "itemVendors": {
  "id": {
   "kind": "id",
   "sortable": true,
   "filterable": true
  },
  "itemNumber": {
   "kind": "text",
   "filterable": true
  },
  "variantCode": {
   "kind": "text",
   "filterable": true
  },
  "vendorItemNumber": {
   "kind": "text",
   "filterable": true
  },
  "vendorNumber": {
   "kind": "text",
   "filterable": true
  }
 },
 "items": {
  "allowInvoiceDiscount": {
   "kind": "boolean",
   "filterable": true
  },
  "baseUnitOfMeasureCode": {
   "kind": "text",
   "filterable": true
  },
  "blocked": {
   "kind": "boolean",
   "filterable": true
  },
  "costingMethod": {
   "kind": "option",
   "filterable": true,
   "options": [
    "Average",
    "Standard"
   ]
  },
  "countryOfOrigin": {
   "kind": "text",
   "filterable": true
  },
  "displayName": {
   "kind": "text",
   "sortable": true,
   "filterable": true
  },
  "displayName2": {
   "kind": "text",
   "filterable": true
  },
  "generalProductPostingGroupCode": {
   "kind": "text",
   "filterable": true
  },
  "grossWeight": {
   "kind": "decimal",
   "filterable": true
  },
  "gtin": {
   "kind": "text",
   "filterable": true
  },
  "id": {
   "kind": "id",
   "sortable": true,
   "filterable": true
  },
  "inventoryPostingGroupCode": {
   "kind": "text",
   "filterable": true
  },
  "itemCategoryCode": {
   "kind": "text",
   "filterable": true
  },
  "itemDiscountGroup": {
   "kind": "text",
   "filterable": true
  },
  "lastModifiedDateTime": {
   "kind": "dateTime",
   "sortable": true,
   "filterable": true
  },
  "netWeight": {
   "kind": "decimal",
   "filterable": true
  },
  "number": {
   "kind": "text",
   "sortable": true,
   "filterable": true
  },
  "priceIncludesTax": {
   "kind": "boolean",
   "filterable": true
  },
  "reserve": {
   "kind": "option",
   "filterable": true,
   "options": [
    "Never",
    "Optional",
    "Always"
   ]
  },
  "salesBlocked": {
   "kind": "boolean",
   "filterable": true
  },
  "salesTaxGroupCode": {
   "kind": "text",
   "filterable": true
  },
  "salesUnitOfMeasureCode": {
   "kind": "text",
   "filterable": true
  },
  "standardCost": {
   "kind": "decimal",
   "filterable": true
  },
  "tariffNumber": {
   "kind": "text",
   "filterable": true
  },
  "taxGroupCode": {
   "kind": "text",
   "filterable": true
  },
  "type": {
   "kind": "option",
   "filterable": true,
   "options": [
    "Inventory",
    "Service",
    "Non-Inventory"
   ]
  },
  "unitCost": {
   "kind": "decimal",
   "filterable": true
  },
  "unitPrice": {
   "kind": "decimal",
   "filterable": true
  },
  "variantMandatoryIfExists": {
   "kind": "option",
   "filterable": true,
   "options": [
    "Default",
    "No",
    "Yes"
   ]
  },
  "vatBusinessPostingGroupPrice": {
   "kind": "text",
   "filterable": true
  },
  "vendorItemNumber": {
   "kind": "text",
   "filterable": true
  },
  "vendorNumber": {
   "kind": "text",
   "filterable": true
  }
 },
 "jobQueueAdministrators": {
  "id": {
   "kind": "id",
   "sortable": true,
   "filterable": true
  },
  "userName": {
   "kind": "text",
   "sortable": true,
   "filterable": true
  }
 },
 "jobQueueCategories": {
  "code": {
   "kind": "text",
   "sortable": true,
   "filterable": true
  },
  "description": {
   "kind": "text",
   "filterable": true
  },
  "excludesByScope": {
   "kind": "boolean",
   "filterable": true
  },
  "id": {
   "kind": "id",
   "sortable": true,
   "filterable": true
  }
 },
 "jobQueueEntries": {
  "catchUp": {
   "kind": "option",
   "filterable": true,
   "options": [
    "Run Once",
    "Skip"
   ]
  },
  "description": {
   "kind": "text",
   "sortable": true,
   "filterable": true
  },
  "earliestStartDateTime": {
   "kind": "dateTime",
   "sortable": true,
   "filterable": true
  },
  "endingTime": {
   "kind": "time",
   "filterable": true
  },
  "errorMessage": {
   "kind": "text",
   "filterable": true
  },
  "expirationDateTime": {
   "kind": "dateTime",
   "filterable": true
  },
  "failedSince": {
   "kind": "dateTime",
   "filterable": true
  },
  "id": {
   "kind": "id",
   "filterable": true
  },
  "inactivityTimeoutPeriod": {
   "kind": "integer",
   "filterable": true
  },
  "jobQueueCategoryCode": {
   "kind": "text",
   "filterable": true
  },
  "jobTimeOut": {
   "kind": "integer",
   "filterable": true
  },
  "lastModifiedDateTime": {
   "kind": "dateTime",
   "sortable": true,
   "filterable": true
  },
  "lastReadyState": {
   "kind": "dateTime",
   "filterable": true
  },
  "manualRecurrence": {
   "kind": "boolean",
   "filterable": true
  },
  "maxNumberAttemptsToRun": {
   "kind": "integer",
   "filterable": true
  },
  "mode": {
   "kind": "option",
   "filterable": true,
   "options": [
    "Background",
    "Foreground"
   ]
  },
  "nextRunDateFormula": {
   "kind": "text",
   "filterable": true
  },
  "notifyOnSuccess": {
   "kind": "boolean"
  },
  "numberOfAttemptsToRun": {
   "kind": "integer",
   "filterable": true
  },
  "numberOfMinutesBetweenRuns": {
   "kind": "integer",
   "filterable": true
  },
  "objectCaptionToRun": {
   "kind": "text",
   "filterable": true
  },
  "objectIdToRun": {
   "kind": "integer",
   "sortable": true,
   "filterable": true
  },
  "objectTypeToRun": {
   "kind": "text"
  },
  "parameterString": {
   "kind": "text"
  },
  "printerName": {
   "kind": "text"
  },
  "priorityWithinCategory": {
   "kind": "option",
   "filterable": true,
   "options": [
    "High",
    "Normal",
    "Low"
   ]
  },
  "progressDone": {
   "kind": "integer"
  },
  "progressText": {
   "kind": "text"
  },
  "progressTotal": {
   "kind": "integer"
  },
  "recordIdToProcess": {
   "kind": "text",
   "filterable": true
  },
  "recurringJob": {
   "kind": "boolean",
   "filterable": true
  },
  "referenceStartingTime": {
   "kind": "dateTime"
  },
  "reportOutputType": {
   "kind": "text"
  },
  "reportRequestPageOptions": {
   "kind": "boolean"
  },
  "rerunDelay": {
   "kind": "integer",
   "filterable": true
  },
  "rescues": {
   "kind": "integer",
   "filterable": true
  },
  "runInUserSession": {
   "kind": "boolean"
  },
  "runOnFridays": {
   "kind": "boolean",
   "filterable": true
  },
  "runOnMonday": {
   "kind": "boolean",
   "filterable": true
  },
  "runOnSaturdays": {
   "kind": "boolean",
   "filterable": true
  },
  "runOnSundays": {
   "kind": "boolean",
   "filterable": true
  },
  "runOnThursday": {
   "kind": "boolean",
   "filterable": true
  },
  "runOnTuesday": {
   "kind": "boolean",
   "filterable": true
  },
  "runOnWednesday": {
   "kind": "boolean",
   "filterable": true
  },
  "scheduleMode": {
   "kind": "option",
   "filterable": true,
   "options": [
    "Anchored",
    "BC"
   ]
  },
  "scheduled": {
   "kind": "boolean"
  },
  "scope": {
   "kind": "text",
   "filterable": true
  },
  "startingTime": {
   "kind": "time",
   "filterable": true
  },
  "status": {
   "kind": "option",
   "sortable": true,
   "filterable": true,
   "options": [
    "Ready",
    "In Process",
    "Error",
    "On Hold",
    "Finished",
    "On Hold with Inactivity Timeout",
    "Waiting"
   ]
  },
  "stopBy": {
   "kind": "dateTime"
  },
  "stopOnError": {
   "kind": "boolean",
   "filterable": true
  },
  "stopReason": {
   "kind": "option",
   "options": [
    "",
    "Cancelled",
    "Marked as Error",
    "Timed Out"
   ]
  },
  "stopRequestedBy": {
   "kind": "text"
  },
  "systemTaskId": {
   "kind": "id"
  },
  "timeZone": {
   "kind": "text",
   "filterable": true
  },
  "userId": {
   "kind": "text",
   "filterable": true
  },
  "userLanguageId": {
   "kind": "integer"
  },
  "userServiceInstanceId": {
   "kind": "integer"
  },
  "userSessionId": {
   "kind": "integer"
  },
  "userSessionStarted": {
   "kind": "dateTime"
  },
  "worker": {
   "kind": "text"
  }
 },
 "jobQueueLogEntries": {
  "description": {
   "kind": "text",
   "filterable": true
  },
  "endDateTime": {
   "kind": "dateTime",
   "filterable": true
  },
  "errorCallStack": {
   "kind": "text"
  },
  "errorMessage": {
   "kind": "text",
   "filterable": true
  },
  "id": {
   "kind": "id",
   "filterable": true
  },
  "jobQueueCategoryCode": {
   "kind": "text",
   "filterable": true
  },
  "jobQueueEntryId": {
   "kind": "id",
   "filterable": true
  },
  "objectCaptionToRun": {
   "kind": "text",
   "filterable": true
  },
  "objectIdToRun": {
   "kind": "integer",
   "filterable": true
  },
  "parameterString": {
   "kind": "text"
  },
  "progressDone": {
   "kind": "integer"
  },
  "progressText": {
   "kind": "text"
  },
  "progressTotal": {
   "kind": "integer"
  },
  "result": {
   "kind": "option",
   "filterable": true,
   "options": [
    "In Process",
    "Success",
    "Partial Success",
    "Error",
    "Cancelled",
    "Given Back"
   ]
  },
  "scope": {
   "kind": "text",
   "filterable": true
  },
  "startDateTime": {
   "kind": "dateTime",
   "sortable": true,
   "filterable": true
  },
  "status": {
   "kind": "option",
   "filterable": true,
   "options": [
    "In Process",
    "Success",
    "Partial Success",
    "Error",
    "Cancelled",
    "Given Back"
   ]
  },
  "summary": {
   "kind": "text"
  },
  "userId": {
   "kind": "text",
   "filterable": true
  },
  "worker": {
   "kind": "text",
   "filterable": true
  }
 },
 "jobQueueNotifications": {
  "createdAt": {
   "kind": "dateTime",
   "sortable": true,
   "filterable": true
  },
  "description": {
   "kind": "text",
   "filterable": true
  },
  "id": {
   "kind": "id",
   "filterable": true
  },
  "isRead": {
   "kind": "boolean",
   "filterable": true
  },
  "jobQueueEntryId": {
   "kind": "id",
   "filterable": true
  },
  "kind": {
   "kind": "option",
   "filterable": true,
   "options": [
    "Failed",
    "Recovered"
   ]
  },
  "logId": {
   "kind": "id",
   "filterable": true
  },
  "mailError": {
   "kind": "text",
   "filterable": true
  },
  "mailState": {
   "kind": "option",
   "filterable": true,
   "options": [
    "",
    "Waiting",
    "Sent",
    "Failed",
    "No Address"
   ]
  },
  "message": {
   "kind": "text",
   "filterable": true
  },
  "owner": {
   "kind": "text",
   "filterable": true
  },
  "userId": {
   "kind": "text",
   "filterable": true
  }
 },
 "jobQueueSetup": {
  "id": {
   "kind": "id",
   "sortable": true,
   "filterable": true
  },
  "inProductNotification": {
   "kind": "boolean",
   "filterable": true
  },
  "logRetentionDays": {
   "kind": "integer",
   "filterable": true
  },
  "mailNotification": {
   "kind": "boolean",
   "filterable": true
  },
  "notifyJobQueueAdmin": {
   "kind": "boolean",
   "filterable": true
  },
  "notifyUserInitiatingTask": {
   "kind": "boolean",
   "filterable": true
  },
  "notifyWhenJobFailed": {
   "kind": "boolean",
   "filterable": true
  },
  "threshold1": {
   "kind": "integer",
   "filterable": true
  },
  "threshold2": {
   "kind": "integer",
   "filterable": true
  }
 },
 "jobQueueWorkers": {
  "ended": {
   "kind": "boolean",
   "filterable": true
  },
  "id": {
   "kind": "id",
   "sortable": true,
   "filterable": true
  },
  "isLive": {
   "kind": "boolean"
  },
  "name": {
   "kind": "text",
   "sortable": true,
   "filterable": true
  },
  "running": {
   "kind": "integer"
  },
  "seenAt": {
   "kind": "dateTime",
   "sortable": true,
   "filterable": true
  },
  "slots": {
   "kind": "integer",
   "filterable": true
  },
  "startedAt": {
   "kind": "dateTime",
   "sortable": true,
   "filterable": true
  },
  "version": {
   "kind": "text",
   "filterable": true
  }
 },
 "journalLines": {
  "accountNumber": {
   "kind": "text",
   "filterable": true
  },
  "accountType": {
   "kind": "option",
   "filterable": true,
   "options": [
    "G/L Account",
    "Customer",
    "Bank Account"
   ]
  },
  "amount": {
   "kind": "decimal",
   "filterable": true
  },
  "appliesToDocumentNumber": {
   "kind": "text",
   "filterable": true
  },
  "appliesToDocumentType": {
   "kind": "option",
   "filterable": true,
   "options": [
    "",
    "Payment",
    "Invoice",
    "Credit Memo",
    "Refund"
   ]
  },
  "balancingAccountNumber": {
   "kind": "text",
   "filterable": true
  },
  "balancingAccountType": {
   "kind": "option",
   "filterable": true,
   "options": [
    "G/L Account",
    "Customer",
    "Bank Account"
   ]
  },
  "currencyCode": {
   "kind": "text",
   "filterable": true
  },
  "description": {
   "kind": "text",
   "filterable": true
  },
  "documentNumber": {
   "kind": "text",
   "filterable": true
  },
  "documentType": {
   "kind": "option",
   "filterable": true,
   "options": [
    "",
    "Payment",
    "Invoice",
    "Credit Memo",
    "Refund"
   ]
  },
  "externalDocumentNumber": {
   "kind": "text",
   "filterable": true
  },
  "id": {
   "kind": "id",
   "sortable": true,
   "filterable": true
  },
  "journalId": {
   "kind": "id",
   "filterable": true
  },
  "lastModifiedDateTime": {
   "kind": "dateTime",
   "filterable": true
  },
  "lineNumber": {
   "kind": "integer",
   "filterable": true
  },
  "paymentMethodCode": {
   "kind": "text",
   "filterable": true
  },
  "postingDate": {
   "kind": "date",
   "filterable": true
  },
  "sourceId": {
   "kind": "text",
   "filterable": true
  },
  "sourceKind": {
   "kind": "text",
   "filterable": true
  },
  "sourceNumber": {
   "kind": "text",
   "filterable": true
  }
 },
 "journals": {
  "balancingAccountNumber": {
   "kind": "text",
   "filterable": true
  },
  "balancingAccountType": {
   "kind": "option",
   "filterable": true,
   "options": [
    "G/L Account",
    "Customer",
    "Bank Account"
   ]
  },
  "code": {
   "kind": "text",
   "sortable": true,
   "filterable": true
  },
  "displayName": {
   "kind": "text",
   "filterable": true
  },
  "id": {
   "kind": "id",
   "sortable": true,
   "filterable": true
  },
  "numberSeries": {
   "kind": "text",
   "filterable": true
  },
  "templateDisplayName": {
   "kind": "text",
   "filterable": true
  }
 },
 "locations": {
  "code": {
   "kind": "text",
   "sortable": true,
   "filterable": true
  },
  "displayName": {
   "kind": "text",
   "filterable": true
  },
  "id": {
   "kind": "id",
   "sortable": true,
   "filterable": true
  }
 },
 "numberSeries": {
  "code": {
   "kind": "text",
   "sortable": true,
   "filterable": true
  },
  "dateOrder": {
   "kind": "boolean",
   "filterable": true
  },
  "defaultNumbers": {
   "kind": "boolean",
   "filterable": true
  },
  "description": {
   "kind": "text",
   "filterable": true
  },
  "id": {
   "kind": "id",
   "sortable": true,
   "filterable": true
  },
  "manualNumbers": {
   "kind": "boolean",
   "filterable": true
  }
 },
 "numberSeriesLines": {
  "endingNumber": {
   "kind": "text",
   "filterable": true
  },
  "id": {
   "kind": "id",
   "sortable": true,
   "filterable": true
  },
  "incrementByNumber": {
   "kind": "integer",
   "filterable": true
  },
  "lastDateUsed": {
   "kind": "date",
   "filterable": true
  },
  "lastNumberUsed": {
   "kind": "text",
   "filterable": true
  },
  "open": {
   "kind": "boolean",
   "filterable": true
  },
  "seriesCode": {
   "kind": "text",
   "filterable": true
  },
  "startingDate": {
   "kind": "date",
   "filterable": true
  },
  "startingNumber": {
   "kind": "text",
   "filterable": true
  }
 },
 "paymentMethods": {
  "balancingAccountNumber": {
   "kind": "text",
   "filterable": true
  },
  "balancingAccountType": {
   "kind": "option",
   "filterable": true,
   "options": [
    "G/L Account",
    "Customer",
    "Bank Account"
   ]
  },
  "code": {
   "kind": "text",
   "sortable": true,
   "filterable": true
  },
  "displayName": {
   "kind": "text",
   "filterable": true
  },
  "id": {
   "kind": "id",
   "sortable": true,
   "filterable": true
  }
 },
 "paymentTerms": {
  "calculateDiscountOnCreditMemos": {
   "kind": "boolean",
   "filterable": true
  },
  "code": {
   "kind": "text",
   "sortable": true,
   "filterable": true
  },
  "discountDateCalculation": {
   "kind": "text",
   "filterable": true
  },
  "discountPercent": {
   "kind": "decimal",
   "filterable": true
  },
  "displayName": {
   "kind": "text",
   "filterable": true
  },
  "dueDateCalculation": {
   "kind": "text",
   "filterable": true
  },
  "id": {
   "kind": "id",
   "sortable": true,
   "filterable": true
  }
 },
 "postingResults": {
  "createdAt": {
   "kind": "dateTime",
   "sortable": true,
   "filterable": true
  },
  "documentId": {
   "kind": "id",
   "filterable": true
  },
  "documentNumber": {
   "kind": "text",
   "filterable": true
  },
  "documentType": {
   "kind": "option",
   "filterable": true,
   "options": [
    "Order",
    "Invoice",
    "Credit Memo",
    "Return Order"
   ]
  },
  "id": {
   "kind": "id",
   "sortable": true,
   "filterable": true
  },
  "invoiceNumber": {
   "kind": "text",
   "filterable": true
  },
  "jobQueueEntryId": {
   "kind": "id",
   "filterable": true
  },
  "jobQueueLogEntryId": {
   "kind": "id",
   "filterable": true
  },
  "message": {
   "kind": "text",
   "filterable": true
  },
  "result": {
   "kind": "option",
   "filterable": true,
   "options": [
    "Posted",
    "Failed",
    "Skipped"
   ]
  },
  "shipmentNumber": {
   "kind": "text",
   "filterable": true
  }
 },
 "priceListLines": {
  "allowInvoiceDiscount": {
   "kind": "boolean",
   "filterable": true
  },
  "allowLineDiscount": {
   "kind": "boolean",
   "filterable": true
  },
  "amountType": {
   "kind": "option",
   "filterable": true,
   "options": [
    "Price & Discount",
    "Price",
    "Discount"
   ]
  },
  "assetNumber": {
   "kind": "text",
   "filterable": true
  },
  "assetType": {
   "kind": "option",
   "filterable": true,
   "options": [
    "Item",
    "Item Discount Group"
   ]
  },
  "currencyCode": {
   "kind": "text",
   "filterable": true
  },
  "endingDate": {
   "kind": "date",
   "filterable": true
  },
  "id": {
   "kind": "id",
   "sortable": true,
   "filterable": true
  },
  "lineDiscountPercent": {
   "kind": "decimal",
   "filterable": true
  },
  "lineNumber": {
   "kind": "integer",
   "sortable": true,
   "filterable": true
  },
  "listCode": {
   "kind": "text",
   "sortable": true,
   "filterable": true
  },
  "minimumQuantity": {
   "kind": "decimal",
   "filterable": true
  },
  "priceIncludesTax": {
   "kind": "boolean",
   "filterable": true
  },
  "sourceNumber": {
   "kind": "text",
   "filterable": true
  },
  "sourceType": {
   "kind": "option",
   "filterable": true,
   "options": [
    "All Customers",
    "Customer",
    "Customer Price Group",
    "Customer Disc. Group",
    "Campaign"
   ]
  },
  "startingDate": {
   "kind": "date",
   "filterable": true
  },
  "status": {
   "kind": "option",
   "filterable": true,
   "options": [
    "Draft",
    "Active",
    "Inactive"
   ]
  },
  "unitOfMeasureCode": {
   "kind": "text",
   "filterable": true
  },
  "unitPrice": {
   "kind": "decimal",
   "filterable": true
  },
  "variantCode": {
   "kind": "text",
   "filterable": true
  },
  "vatBusinessPostingGroupPrice": {
   "kind": "text",
   "filterable": true
  }
 },
 "priceLists": {
  "allowInvoiceDiscount": {
   "kind": "boolean",
   "filterable": true
  },
  "allowLineDiscount": {
   "kind": "boolean",
   "filterable": true
  },
  "code": {
   "kind": "text",
   "sortable": true,
   "filterable": true
  },
  "currencyCode": {
   "kind": "text",
   "filterable": true
  },
  "description": {
   "kind": "text",
   "filterable": true
  },
  "endingDate": {
   "kind": "date",
   "filterable": true
  },
  "id": {
   "kind": "id",
   "sortable": true,
   "filterable": true
  },
  "lastModifiedDateTime": {
   "kind": "dateTime",
   "sortable": true,
   "filterable": true
  },
  "priceIncludesTax": {
   "kind": "boolean",
   "filterable": true
  },
  "sourceNumber": {
   "kind": "text",
   "filterable": true
  },
  "sourceType": {
   "kind": "option",
   "filterable": true,
   "options": [
    "All Customers",
    "Customer",
    "Customer Price Group",
    "Customer Disc. Group",
    "Campaign"
   ]
  },
  "startingDate": {
   "kind": "date",
   "filterable": true
  },
  "status": {
   "kind": "option",
   "filterable": true,
   "options": [
    "Draft",
    "Active",
    "Inactive"
   ]
  },
  "vatBusinessPostingGroupPrice": {
   "kind": "text",
   "filterable": true
  }
 },
 "salesCreditMemoLines": {
  "amountExcludingTax": {
   "kind": "decimal",
   "filterable": true
  },
  "amountIncludingTax": {
   "kind": "decimal",
   "filterable": true
  },
  "description": {
   "kind": "text",
   "filterable": true
  },
  "discountAmount": {
   "kind": "decimal",
   "filterable": true
  },
  "discountPercent": {
   "kind": "decimal",
   "filterable": true
  },
  "documentId": {
   "kind": "id",
   "filterable": true
  },
  "documentNumber": {
   "kind": "text",
   "filterable": true
  },
  "documentType": {
   "kind": "option",
   "filterable": true,
   "options": [
    "Sales Shipment",
    "Sales Invoice",
    "Sales Credit Memo"
   ]
  },
  "generalProductPostingGroup": {
   "kind": "text",
   "filterable": true
  },
  "id": {
   "kind": "id",
   "sortable": true,
   "filterable": true
  },
  "invoiceDiscountAllocation": {
   "kind": "decimal",
   "filterable": true
  },
  "lineAmount": {
   "kind": "decimal",
   "filterable": true
  },
  "lineObjectNumber": {
   "kind": "text",
   "filterable": true
  },
  "lineType": {
   "kind": "option",
   "filterable": true,
   "options": [
    "Comment",
    "Account",
    "Item"
   ]
  },
  "locationCode": {
   "kind": "text",
   "filterable": true
  },
  "orderLineNumber": {
   "kind": "integer",
   "filterable": true
  },
  "qtyPerUnitOfMeasure": {
   "kind": "decimal",
   "filterable": true
  },
  "quantity": {
   "kind": "decimal",
   "filterable": true
  },
  "salesTaxGroupCode": {
   "kind": "text",
   "filterable": true
  },
  "sequence": {
   "kind": "integer",
   "sortable": true,
   "filterable": true
  },
  "sourceId": {
   "kind": "text",
   "filterable": true
  },
  "taxCode": {
   "kind": "text",
   "filterable": true
  },
  "taxPercent": {
   "kind": "decimal",
   "filterable": true
  },
  "unitOfMeasureCode": {
   "kind": "text",
   "filterable": true
  },
  "unitPrice": {
   "kind": "decimal",
   "filterable": true
  },
  "variantCode": {
   "kind": "text",
   "filterable": true
  },
  "vatCalculationType": {
   "kind": "option",
   "filterable": true,
   "options": [
    "Normal VAT",
    "Reverse Charge VAT",
    "Full VAT",
    "Sales Tax"
   ]
  },
  "vatProductPostingGroup": {
   "kind": "text",
   "filterable": true
  }
 },
 "salesCreditMemos": {
  "appliesToDocumentNumber": {
   "kind": "text",
   "filterable": true
  },
  "billToAddressLine1": {
   "kind": "text",
   "filterable": true
  },
  "billToAddressLine2": {
   "kind": "text",
   "filterable": true
  },
  "billToCity": {
   "kind": "text",
   "filterable": true
  },
  "billToContact": {
   "kind": "text",
   "filterable": true
  },
  "billToCountry": {
   "kind": "text",
   "filterable": true
  },
  "billToCustomerNumber": {
   "kind": "text",
   "filterable": true
  },
  "billToName": {
   "kind": "text",
   "filterable": true
  },
  "billToName2": {
   "kind": "text",
   "filterable": true
  },
  "billToPostCode": {
   "kind": "text",
   "filterable": true
  },
  "billToState": {
   "kind": "text",
   "filterable": true
  },
  "canceled": {
   "kind": "boolean",
   "filterable": true
  },
  "correctedInvoiceNumber": {
   "kind": "text",
   "filterable": true
  },
  "corrective": {
   "kind": "boolean",
   "filterable": true
  },
  "createdAt": {
   "kind": "dateTime",
   "sortable": true,
   "filterable": true
  },
  "creditMemoDate": {
   "kind": "date",
   "filterable": true
  },
  "currencyCode": {
   "kind": "text",
   "filterable": true
  },
  "currencyFactor": {
   "kind": "decimal"
  },
  "customerDiscountGroup": {
   "kind": "text",
   "filterable": true
  },
  "customerName": {
   "kind": "text",
   "filterable": true
  },
  "customerName2": {
   "kind": "text",
   "filterable": true
  },
  "customerNumber": {
   "kind": "text",
   "filterable": true
  },
  "customerPostingGroup": {
   "kind": "text",
   "filterable": true
  },
  "customerPriceGroup": {
   "kind": "text",
   "filterable": true
  },
  "discountAmount": {
   "kind": "decimal",
   "filterable": true
  },
  "documentType": {
   "kind": "option",
   "filterable": true,
   "options": [
    "Sales Shipment",
    "Sales Invoice",
    "Sales Credit Memo"
   ]
  },
  "dueDate": {
   "kind": "date",
   "filterable": true
  },
  "email": {
   "kind": "text",
   "filterable": true
  },
  "externalDocumentNumber": {
   "kind": "text",
   "filterable": true
  },
  "generalBusinessPostingGroup": {
   "kind": "text",
   "filterable": true
  },
  "id": {
   "kind": "id",
   "sortable": true,
   "filterable": true
  },
  "invoiceDiscountCode": {
   "kind": "text",
   "filterable": true
  },
  "jobQueueEntryId": {
   "kind": "id",
   "filterable": true
  },
  "jobQueueStatus": {
   "kind": "option",
   "filterable": true,
   "options": [
    "",
    "Scheduled for Posting",
    "Error",
    "Posting"
   ]
  },
  "languageCode": {
   "kind": "text",
   "filterable": true
  },
  "locationCode": {
   "kind": "text",
   "filterable": true
  },
  "number": {
   "kind": "text",
   "sortable": true,
   "filterable": true
  },
  "orderDate": {
   "kind": "date",
   "sortable": true,
   "filterable": true
  },
  "orderNumber": {
   "kind": "text",
   "filterable": true
  },
  "packageTrackingNumber": {
   "kind": "text",
   "filterable": true
  },
  "paymentMethodCode": {
   "kind": "text",
   "filterable": true
  },
  "paymentTermsCode": {
   "kind": "text",
   "filterable": true
  },
  "phoneNumber": {
   "kind": "text",
   "filterable": true
  },
  "postingDate": {
   "kind": "date",
   "sortable": true,
   "filterable": true
  },
  "preAssignedNumber": {
   "kind": "text",
   "filterable": true
  },
  "pricesIncludeTax": {
   "kind": "boolean",
   "filterable": true
  },
  "remainingAmount": {
   "kind": "decimal",
   "filterable": true
  },
  "salesTaxAreaCode": {
   "kind": "text",
   "filterable": true
  },
  "sellToAddressLine1": {
   "kind": "text",
   "filterable": true
  },
  "sellToAddressLine2": {
   "kind": "text",
   "filterable": true
  },
  "sellToCity": {
   "kind": "text",
   "filterable": true
  },
  "sellToContact": {
   "kind": "text",
   "filterable": true
  },
  "sellToCountry": {
   "kind": "text",
   "filterable": true
  },
  "sellToPostCode": {
   "kind": "text",
   "filterable": true
  },
  "sellToState": {
   "kind": "text",
   "filterable": true
  },
  "shipToAddressLine1": {
   "kind": "text",
   "filterable": true
  },
  "shipToAddressLine2": {
   "kind": "text",
   "filterable": true
  },
  "shipToCity": {
   "kind": "text",
   "filterable": true
  },
  "shipToCode": {
   "kind": "text",
   "filterable": true
  },
  "shipToContact": {
   "kind": "text",
   "filterable": true
  },
  "shipToCountry": {
   "kind": "text",
   "filterable": true
  },
  "shipToName": {
   "kind": "text",
   "filterable": true
  },
  "shipToName2": {
   "kind": "text",
   "filterable": true
  },
  "shipToPostCode": {
   "kind": "text",
   "filterable": true
  },
  "shipToState": {
   "kind": "text",
   "filterable": true
  },
  "shipmentMethodCode": {
   "kind": "text",
   "filterable": true
  },
  "shippingAgentCode": {
   "kind": "text",
   "filterable": true
  },
  "shippingAgentServiceCode": {
   "kind": "text",
   "filterable": true
  },
  "shopifyOrderNumber": {
   "kind": "text",
   "filterable": true
  },
  "sourceId": {
   "kind": "text",
   "filterable": true
  },
  "sourceKind": {
   "kind": "text",
   "filterable": true
  },
  "status": {
   "kind": "option",
   "filterable": true,
   "options": [
    "",
    "Draft",
    "Released",
    "Open",
    "Paid",
    "Canceled",
    "Corrective"
   ]
  },
  "taxLiable": {
   "kind": "boolean",
   "filterable": true
  },
  "totalAmountExcludingTax": {
   "kind": "decimal",
   "filterable": true
  },
  "totalAmountIncludingTax": {
   "kind": "decimal",
   "filterable": true
  },
  "totalTaxAmount": {
   "kind": "decimal",
   "filterable": true
  },
  "userId": {
   "kind": "text",
   "filterable": true
  },
  "vatBusinessPostingGroup": {
   "kind": "text",
   "filterable": true
  },
  "vatRegistrationNumber": {
   "kind": "text",
   "filterable": true
  },
  "workDescription": {
   "kind": "text",
   "filterable": true
  }
 },
 "salesInvoiceLines": {
  "amountExcludingTax": {
   "kind": "decimal",
   "filterable": true
  },
  "amountIncludingTax": {
   "kind": "decimal",
   "filterable": true
  },
  "description": {
   "kind": "text",
   "filterable": true
  },
  "discountAmount": {
   "kind": "decimal",
   "filterable": true
  },
  "discountPercent": {
   "kind": "decimal",
   "filterable": true
  },
  "documentId": {
   "kind": "id",
   "filterable": true
  },
  "documentNumber": {
   "kind": "text",
   "filterable": true
  },
  "documentType": {
   "kind": "option",
   "filterable": true,
   "options": [
    "Sales Shipment",
    "Sales Invoice",
    "Sales Credit Memo"
   ]
  },
  "generalProductPostingGroup": {
   "kind": "text",
   "filterable": true
  },
  "id": {
   "kind": "id",
   "sortable": true,
   "filterable": true
  },
  "invoiceDiscountAllocation": {
   "kind": "decimal",
   "filterable": true
  },
  "lineAmount": {
   "kind": "decimal",
   "filterable": true
  },
  "lineObjectNumber": {
   "kind": "text",
   "filterable": true
  },
  "lineType": {
   "kind": "option",
   "filterable": true,
   "options": [
    "Comment",
    "Account",
    "Item"
   ]
  },
  "locationCode": {
   "kind": "text",
   "filterable": true
  },
  "orderLineNumber": {
   "kind": "integer",
   "filterable": true
  },
  "qtyPerUnitOfMeasure": {
   "kind": "decimal",
   "filterable": true
  },
  "quantity": {
   "kind": "decimal",
   "filterable": true
  },
  "salesTaxGroupCode": {
   "kind": "text",
   "filterable": true
  },
  "sequence": {
   "kind": "integer",
   "sortable": true,
   "filterable": true
  },
  "sourceId": {
   "kind": "text",
   "filterable": true
  },
  "taxCode": {
   "kind": "text",
   "filterable": true
  },
  "taxPercent": {
   "kind": "decimal",
   "filterable": true
  },
  "unitOfMeasureCode": {
   "kind": "text",
   "filterable": true
  },
  "unitPrice": {
   "kind": "decimal",
   "filterable": true
  },
  "variantCode": {
   "kind": "text",
   "filterable": true
  },
  "vatCalculationType": {
   "kind": "option",
   "filterable": true,
   "options": [
    "Normal VAT",
    "Reverse Charge VAT",
    "Full VAT",
    "Sales Tax"
   ]
  },
  "vatProductPostingGroup": {
   "kind": "text",
   "filterable": true
  }
 },
 "salesInvoices": {
  "appliesToDocumentNumber": {
   "kind": "text",
   "filterable": true
  },
  "billToAddressLine1": {
   "kind": "text",
   "filterable": true
  },
  "billToAddressLine2": {
   "kind": "text",
   "filterable": true
  },
  "billToCity": {
   "kind": "text",
   "filterable": true
  },
  "billToContact": {
   "kind": "text",
   "filterable": true
  },
  "billToCountry": {
   "kind": "text",
   "filterable": true
  },
  "billToCustomerNumber": {
   "kind": "text",
   "filterable": true
  },
  "billToName": {
   "kind": "text",
   "filterable": true
  },
  "billToName2": {
   "kind": "text",
   "filterable": true
  },
  "billToPostCode": {
   "kind": "text",
   "filterable": true
  },
  "billToState": {
   "kind": "text",
   "filterable": true
  },
  "canceled": {
   "kind": "boolean",
   "filterable": true
  },
  "correctedInvoiceNumber": {
   "kind": "text",
   "filterable": true
  },
  "corrective": {
   "kind": "boolean",
   "filterable": true
  },
  "createdAt": {
   "kind": "dateTime",
   "sortable": true,
   "filterable": true
  },
  "currencyCode": {
   "kind": "text",
   "filterable": true
  },
  "currencyFactor": {
   "kind": "decimal"
  },
  "customerDiscountGroup": {
   "kind": "text",
   "filterable": true
  },
  "customerName": {
   "kind": "text",
   "filterable": true
  },
  "customerName2": {
   "kind": "text",
   "filterable": true
  },
  "customerNumber": {
   "kind": "text",
   "filterable": true
  },
  "customerPostingGroup": {
   "kind": "text",
   "filterable": true
  },
  "customerPriceGroup": {
   "kind": "text",
   "filterable": true
  },
  "discountAmount": {
   "kind": "decimal",
   "filterable": true
  },
  "documentType": {
   "kind": "option",
   "filterable": true,
   "options": [
    "Sales Shipment",
    "Sales Invoice",
    "Sales Credit Memo"
   ]
  },
  "dueDate": {
   "kind": "date",
   "filterable": true
  },
  "email": {
   "kind": "text",
   "filterable": true
  },
  "externalDocumentNumber": {
   "kind": "text",
   "filterable": true
  },
  "generalBusinessPostingGroup": {
   "kind": "text",
   "filterable": true
  },
  "id": {
   "kind": "id",
   "sortable": true,
   "filterable": true
  },
  "invoiceDate": {
   "kind": "date",
   "filterable": true
  },
  "invoiceDiscountCode": {
   "kind": "text",
   "filterable": true
  },
  "jobQueueEntryId": {
   "kind": "id",
   "filterable": true
  },
  "jobQueueStatus": {
   "kind": "option",
   "filterable": true,
   "options": [
    "",
    "Scheduled for Posting",
    "Error",
    "Posting"
   ]
  },
  "languageCode": {
   "kind": "text",
   "filterable": true
  },
  "locationCode": {
   "kind": "text",
   "filterable": true
  },
  "number": {
   "kind": "text",
   "sortable": true,
   "filterable": true
  },
  "orderDate": {
   "kind": "date",
   "sortable": true,
   "filterable": true
  },
  "orderNumber": {
   "kind": "text",
   "filterable": true
  },
  "packageTrackingNumber": {
   "kind": "text",
   "filterable": true
  },
  "paymentMethodCode": {
   "kind": "text",
   "filterable": true
  },
  "paymentTermsCode": {
   "kind": "text",
   "filterable": true
  },
  "phoneNumber": {
   "kind": "text",
   "filterable": true
  },
  "postingDate": {
   "kind": "date",
   "sortable": true,
   "filterable": true
  },
  "preAssignedNumber": {
   "kind": "text",
   "filterable": true
  },
  "pricesIncludeTax": {
   "kind": "boolean",
   "filterable": true
  },
  "remainingAmount": {
   "kind": "decimal",
   "filterable": true
  },
  "salesTaxAreaCode": {
   "kind": "text",
   "filterable": true
  },
  "sellToAddressLine1": {
   "kind": "text",
   "filterable": true
  },
  "sellToAddressLine2": {
   "kind": "text",
   "filterable": true
  },
  "sellToCity": {
   "kind": "text",
   "filterable": true
  },
  "sellToContact": {
   "kind": "text",
   "filterable": true
  },
  "sellToCountry": {
   "kind": "text",
   "filterable": true
  },
  "sellToPostCode": {
   "kind": "text",
   "filterable": true
  },
  "sellToState": {
   "kind": "text",
   "filterable": true
  },
  "shipToAddressLine1": {
   "kind": "text",
   "filterable": true
  },
  "shipToAddressLine2": {
   "kind": "text",
   "filterable": true
  },
  "shipToCity": {
   "kind": "text",
   "filterable": true
  },
  "shipToCode": {
   "kind": "text",
   "filterable": true
  },
  "shipToContact": {
   "kind": "text",
   "filterable": true
  },
  "shipToCountry": {
   "kind": "text",
   "filterable": true
  },
  "shipToName": {
   "kind": "text",
   "filterable": true
  },
  "shipToName2": {
   "kind": "text",
   "filterable": true
  },
  "shipToPostCode": {
   "kind": "text",
   "filterable": true
  },
  "shipToState": {
   "kind": "text",
   "filterable": true
  },
  "shipmentMethodCode": {
   "kind": "text",
   "filterable": true
  },
  "shippingAgentCode": {
   "kind": "text",
   "filterable": true
  },
  "shippingAgentServiceCode": {
   "kind": "text",
   "filterable": true
  },
  "shopifyOrderNumber": {
   "kind": "text",
   "filterable": true
  },
  "sourceId": {
   "kind": "text",
   "filterable": true
  },
  "sourceKind": {
   "kind": "text",
   "filterable": true
  },
  "status": {
   "kind": "option",
   "filterable": true,
   "options": [
    "",
    "Draft",
    "Released",
    "Open",
    "Paid",
    "Canceled",
    "Corrective"
   ]
  },
  "taxLiable": {
   "kind": "boolean",
   "filterable": true
  },
  "totalAmountExcludingTax": {
   "kind": "decimal",
   "filterable": true
  },
  "totalAmountIncludingTax": {
   "kind": "decimal",
   "filterable": true
  },
  "totalTaxAmount": {
   "kind": "decimal",
   "filterable": true
  },
  "userId": {
   "kind": "text",
   "filterable": true
  },
  "vatBusinessPostingGroup": {
   "kind": "text",
   "filterable": true
  },
  "vatRegistrationNumber": {
   "kind": "text",
   "filterable": true
  },
  "workDescription": {
   "kind": "text",
   "filterable": true
  }
 },
 "salesOrderLines": {
  "allowInvoiceDiscount": {
   "kind": "boolean",
   "filterable": true
  },
  "allowLineDiscount": {
   "kind": "boolean",
   "filterable": true
  },
  "amountExcludingTax": {
   "kind": "decimal",
   "filterable": true
  },
  "amountIncludingTax": {
   "kind": "decimal",
   "filterable": true
  },
  "corrective": {
   "kind": "boolean",
   "filterable": true
  },
  "description": {
   "kind": "text",
   "filterable": true
  },
  "discountAmount": {
   "kind": "decimal",
   "filterable": true
  },
  "discountPercent": {
   "kind": "decimal",
   "filterable": true
  },
  "documentId": {
   "kind": "id",
   "filterable": true
  },
  "documentNumber": {
   "kind": "text",
   "filterable": true
  },
  "documentType": {
   "kind": "option",
   "filterable": true,
   "options": [
    "Order",
    "Invoice",
    "Credit Memo",
    "Return Order"
   ]
  },
  "generalProductPostingGroup": {
   "kind": "text",
   "filterable": true
  },
  "id": {
   "kind": "id",
   "sortable": true,
   "filterable": true
  },
  "invoiceDiscountAllocation": {
   "kind": "decimal",
   "filterable": true
  },
  "invoiceQuantity": {
   "kind": "decimal",
   "filterable": true
  },
  "invoicedQuantity": {
   "kind": "decimal",
   "filterable": true
  },
  "lineAmount": {
   "kind": "decimal",
   "filterable": true
  },
  "lineObjectNumber": {
   "kind": "text",
   "filterable": true
  },
  "lineType": {
   "kind": "option",
   "filterable": true,
   "options": [
    "Comment",
    "Account",
    "Item"
   ]
  },
  "locationCode": {
   "kind": "text",
   "filterable": true
  },
  "qtyPerUnitOfMeasure": {
   "kind": "decimal",
   "filterable": true
  },
  "quantity": {
   "kind": "decimal",
   "filterable": true
  },
  "reservedQuantity": {
   "kind": "decimal",
   "filterable": true
  },
  "salesTaxAreaCode": {
   "kind": "text",
   "filterable": true
  },
  "salesTaxGroupCode": {
   "kind": "text",
   "filterable": true
  },
  "sequence": {
   "kind": "integer",
   "sortable": true,
   "filterable": true
  },
  "shipQuantity": {
   "kind": "decimal",
   "filterable": true
  },
  "shipmentDate": {
   "kind": "date",
   "filterable": true
  },
  "shippedQuantity": {
   "kind": "decimal",
   "filterable": true
  },
  "sourceId": {
   "kind": "text",
   "filterable": true
  },
  "systemCreated": {
   "kind": "boolean",
   "filterable": true
  },
  "taxCode": {
   "kind": "text",
   "filterable": true
  },
  "taxLiable": {
   "kind": "boolean",
   "filterable": true
  },
  "taxPercent": {
   "kind": "decimal",
   "filterable": true
  },
  "unitOfMeasureCode": {
   "kind": "text",
   "filterable": true
  },
  "unitPrice": {
   "kind": "decimal",
   "filterable": true
  },
  "variantCode": {
   "kind": "text",
   "filterable": true
  },
  "vatCalculationType": {
   "kind": "option",
   "filterable": true,
   "options": [
    "Normal VAT",
    "Reverse Charge VAT",
    "Full VAT",
    "Sales Tax"
   ]
  },
  "vatProductPostingGroup": {
   "kind": "text",
   "filterable": true
  }
 },
 "salesOrders": {
  "allowLineDiscount": {
   "kind": "boolean",
   "filterable": true
  },
  "appliesToDocumentNumber": {
   "kind": "text",
   "filterable": true
  },
  "billToAddressLine1": {
   "kind": "text",
   "filterable": true
  },
  "billToAddressLine2": {
   "kind": "text",
   "filterable": true
  },
  "billToCity": {
   "kind": "text",
   "filterable": true
  },
  "billToContact": {
   "kind": "text",
   "filterable": true
  },
  "billToCountry": {
   "kind": "text",
   "filterable": true
  },
  "billToCustomerNumber": {
   "kind": "text",
   "filterable": true
  },
  "billToName": {
   "kind": "text",
   "filterable": true
  },
  "billToName2": {
   "kind": "text",
   "filterable": true
  },
  "billToPostCode": {
   "kind": "text",
   "filterable": true
  },
  "billToState": {
   "kind": "text",
   "filterable": true
  },
  "campaignNumber": {
   "kind": "text",
   "filterable": true
  },
  "correctedInvoiceNumber": {
   "kind": "text",
   "filterable": true
  },
  "createdAt": {
   "kind": "dateTime",
   "sortable": true,
   "filterable": true
  },
  "currencyCode": {
   "kind": "text",
   "filterable": true
  },
  "currencyFactor": {
   "kind": "decimal"
  },
  "customerDiscountGroup": {
   "kind": "text",
   "filterable": true
  },
  "customerName": {
   "kind": "text",
   "filterable": true
  },
  "customerName2": {
   "kind": "text",
   "filterable": true
  },
  "customerNumber": {
   "kind": "text",
   "filterable": true
  },
  "customerPostingGroup": {
   "kind": "text",
   "filterable": true
  },
  "customerPriceGroup": {
   "kind": "text",
   "filterable": true
  },
  "discountAmount": {
   "kind": "decimal",
   "filterable": true
  },
  "documentDate": {
   "kind": "date",
   "filterable": true
  },
  "documentType": {
   "kind": "option",
   "filterable": true,
   "options": [
    "Order",
    "Invoice",
    "Credit Memo",
    "Return Order"
   ]
  },
  "dueDate": {
   "kind": "date",
   "filterable": true
  },
  "email": {
   "kind": "text",
   "filterable": true
  },
  "externalDocumentNumber": {
   "kind": "text",
   "filterable": true
  },
  "generalBusinessPostingGroup": {
   "kind": "text",
   "filterable": true
  },
  "id": {
   "kind": "id",
   "sortable": true,
   "filterable": true
  },
  "invoiceDiscountCalculation": {
   "kind": "option",
   "filterable": true,
   "options": [
    "None",
    "%",
    "Amount"
   ]
  },
  "invoiceDiscountCode": {
   "kind": "text",
   "filterable": true
  },
  "invoiceDiscountValue": {
   "kind": "decimal",
   "filterable": true
  },
  "jobQueueEntryId": {
   "kind": "id",
   "filterable": true
  },
  "jobQueueStatus": {
   "kind": "option",
   "filterable": true,
   "options": [
    "",
    "Scheduled for Posting",
    "Error",
    "Posting"
   ]
  },
  "languageCode": {
   "kind": "text",
   "filterable": true
  },
  "lastModifiedDateTime": {
   "kind": "dateTime",
   "sortable": true,
   "filterable": true
  },
  "lastPostingNumber": {
   "kind": "text",
   "filterable": true
  },
  "lastShippingNumber": {
   "kind": "text",
   "filterable": true
  },
  "locationCode": {
   "kind": "text",
   "filterable": true
  },
  "number": {
   "kind": "text",
   "sortable": true,
   "filterable": true
  },
  "orderDate": {
   "kind": "date",
   "sortable": true,
   "filterable": true
  },
  "packageTrackingNumber": {
   "kind": "text",
   "filterable": true
  },
  "paymentDiscountDate": {
   "kind": "date",
   "filterable": true
  },
  "paymentDiscountPercent": {
   "kind": "decimal",
   "filterable": true
  },
  "paymentMethodCode": {
   "kind": "text",
   "filterable": true
  },
  "paymentTermsCode": {
   "kind": "text",
   "filterable": true
  },
  "phoneNumber": {
   "kind": "text",
   "filterable": true
  },
  "postingDate": {
   "kind": "date",
   "filterable": true
  },
  "postingNumber": {
   "kind": "text",
   "filterable": true
  },
  "pricesIncludeTax": {
   "kind": "boolean",
   "filterable": true
  },
  "salesTaxAreaCode": {
   "kind": "text",
   "filterable": true
  },
  "sellToAddressLine1": {
   "kind": "text",
   "filterable": true
  },
  "sellToAddressLine2": {
   "kind": "text",
   "filterable": true
  },
  "sellToCity": {
   "kind": "text",
   "filterable": true
  },
  "sellToContact": {
   "kind": "text",
   "filterable": true
  },
  "sellToCountry": {
   "kind": "text",
   "filterable": true
  },
  "sellToPostCode": {
   "kind": "text",
   "filterable": true
  },
  "sellToState": {
   "kind": "text",
   "filterable": true
  },
  "shipToAddressLine1": {
   "kind": "text",
   "filterable": true
  },
  "shipToAddressLine2": {
   "kind": "text",
   "filterable": true
  },
  "shipToCity": {
   "kind": "text",
   "filterable": true
  },
  "shipToCode": {
   "kind": "text",
   "filterable": true
  },
  "shipToContact": {
   "kind": "text",
   "filterable": true
  },
  "shipToCountry": {
   "kind": "text",
   "filterable": true
  },
  "shipToName": {
   "kind": "text",
   "filterable": true
  },
  "shipToName2": {
   "kind": "text",
   "filterable": true
  },
  "shipToPostCode": {
   "kind": "text",
   "filterable": true
  },
  "shipToState": {
   "kind": "text",
   "filterable": true
  },
  "shipmentMethodCode": {
   "kind": "text",
   "filterable": true
  },
  "shippingAdvice": {
   "kind": "option",
   "filterable": true,
   "options": [
    "Partial",
    "Complete"
   ]
  },
  "shippingAgentCode": {
   "kind": "text",
   "filterable": true
  },
  "shippingAgentServiceCode": {
   "kind": "text",
   "filterable": true
  },
  "shippingNumber": {
   "kind": "text",
   "filterable": true
  },
  "shopifyOrderNumber": {
   "kind": "text",
   "filterable": true
  },
  "sourceId": {
   "kind": "text",
   "filterable": true
  },
  "sourceKind": {
   "kind": "text",
   "filterable": true
  },
  "status": {
   "kind": "option",
   "filterable": true,
   "options": [
    "Open",
    "Released"
   ]
  },
  "taxLiable": {
   "kind": "boolean",
   "filterable": true
  },
  "totalAmountExcludingTax": {
   "kind": "decimal",
   "filterable": true
  },
  "totalAmountIncludingTax": {
   "kind": "decimal",
   "filterable": true
  },
  "totalTaxAmount": {
   "kind": "decimal",
   "filterable": true
  },
  "userId": {
   "kind": "text",
   "filterable": true
  },
  "vatBusinessPostingGroup": {
   "kind": "text",
   "filterable": true
  },
  "vatRegistrationNumber": {
   "kind": "text",
   "filterable": true
  },
  "workDescription": {
   "kind": "text",
   "filterable": true
  }
 },
 "salesReceivablesSetup": {
  "calculateInvoiceDiscount": {
   "kind": "boolean",
   "filterable": true
  },
  "creditMemoNumbers": {
   "kind": "text",
   "filterable": true
  },
  "discountPosting": {
   "kind": "option",
   "filterable": true,
   "options": [
    "No Discounts",
    "Invoice Discounts",
    "Line Discounts",
    "All Discounts"
   ]
  },
  "externalDocumentNumberMandatory": {
   "kind": "boolean",
   "filterable": true
  },
  "id": {
   "kind": "id",
   "sortable": true,
   "filterable": true
  },
  "invoiceNumbers": {
   "kind": "text",
   "filterable": true
  },
  "invoiceRounding": {
   "kind": "boolean",
   "filterable": true
  },
  "jobQueueCategoryCode": {
   "kind": "text",
   "filterable": true
  },
  "jobQueuePriorityForPost": {
   "kind": "integer",
   "filterable": true
  },
  "notifyOnSuccess": {
   "kind": "boolean",
   "filterable": true
  },
  "postWithJobQueue": {
   "kind": "boolean",
   "filterable": true
  },
  "postedCreditMemoNumbers": {
   "kind": "text",
   "filterable": true
  },
  "postedInvoiceNumbers": {
   "kind": "text",
   "filterable": true
  },
  "postedShipmentNumbers": {
   "kind": "text",
   "filterable": true
  },
  "returnOrderNumbers": {
   "kind": "text",
   "filterable": true
  },
  "shipmentOnInvoice": {
   "kind": "boolean",
   "filterable": true
  },
  "vatBusinessPostingGroupPrice": {
   "kind": "text",
   "filterable": true
  }
 },
 "salesReturnOrderLines": {
  "allowInvoiceDiscount": {
   "kind": "boolean",
   "filterable": true
  },
  "allowLineDiscount": {
   "kind": "boolean",
   "filterable": true
  },
  "amountExcludingTax": {
   "kind": "decimal",
   "filterable": true
  },
  "amountIncludingTax": {
   "kind": "decimal",
   "filterable": true
  },
  "corrective": {
   "kind": "boolean",
   "filterable": true
  },
  "description": {
   "kind": "text",
   "filterable": true
  },
  "discountAmount": {
   "kind": "decimal",
   "filterable": true
  },
  "discountPercent": {
   "kind": "decimal",
   "filterable": true
  },
  "documentId": {
   "kind": "id",
   "filterable": true
  },
  "documentNumber": {
   "kind": "text",
   "filterable": true
  },
  "documentType": {
   "kind": "option",
   "filterable": true,
   "options": [
    "Order",
    "Invoice",
    "Credit Memo",
    "Return Order"
   ]
  },
  "generalProductPostingGroup": {
   "kind": "text",
   "filterable": true
  },
  "id": {
   "kind": "id",
   "sortable": true,
   "filterable": true
  },
  "invoiceDiscountAllocation": {
   "kind": "decimal",
   "filterable": true
  },
  "invoiceQuantity": {
   "kind": "decimal",
   "filterable": true
  },
  "invoicedQuantity": {
   "kind": "decimal",
   "filterable": true
  },
  "lineAmount": {
   "kind": "decimal",
   "filterable": true
  },
  "lineObjectNumber": {
   "kind": "text",
   "filterable": true
  },
  "lineType": {
   "kind": "option",
   "filterable": true,
   "options": [
    "Comment",
    "Account",
    "Item"
   ]
  },
  "locationCode": {
   "kind": "text",
   "filterable": true
  },
  "qtyPerUnitOfMeasure": {
   "kind": "decimal",
   "filterable": true
  },
  "quantity": {
   "kind": "decimal",
   "filterable": true
  },
  "reservedQuantity": {
   "kind": "decimal",
   "filterable": true
  },
  "salesTaxAreaCode": {
   "kind": "text",
   "filterable": true
  },
  "salesTaxGroupCode": {
   "kind": "text",
   "filterable": true
  },
  "sequence": {
   "kind": "integer",
   "sortable": true,
   "filterable": true
  },
  "shipQuantity": {
   "kind": "decimal",
   "filterable": true
  },
  "shipmentDate": {
   "kind": "date",
   "filterable": true
  },
  "shippedQuantity": {
   "kind": "decimal",
   "filterable": true
  },
  "sourceId": {
   "kind": "text",
   "filterable": true
  },
  "systemCreated": {
   "kind": "boolean",
   "filterable": true
  },
  "taxCode": {
   "kind": "text",
   "filterable": true
  },
  "taxLiable": {
   "kind": "boolean",
   "filterable": true
  },
  "taxPercent": {
   "kind": "decimal",
   "filterable": true
  },
  "unitOfMeasureCode": {
   "kind": "text",
   "filterable": true
  },
  "unitPrice": {
   "kind": "decimal",
   "filterable": true
  },
  "variantCode": {
   "kind": "text",
   "filterable": true
  },
  "vatCalculationType": {
   "kind": "option",
   "filterable": true,
   "options": [
    "Normal VAT",
    "Reverse Charge VAT",
    "Full VAT",
    "Sales Tax"
   ]
  },
  "vatProductPostingGroup": {
   "kind": "text",
   "filterable": true
  }
 },
 "salesReturnOrders": {
  "allowLineDiscount": {
   "kind": "boolean",
   "filterable": true
  },
  "appliesToDocumentNumber": {
   "kind": "text",
   "filterable": true
  },
  "billToAddressLine1": {
   "kind": "text",
   "filterable": true
  },
  "billToAddressLine2": {
   "kind": "text",
   "filterable": true
  },
  "billToCity": {
   "kind": "text",
   "filterable": true
  },
  "billToContact": {
   "kind": "text",
   "filterable": true
  },
  "billToCountry": {
   "kind": "text",
   "filterable": true
  },
  "billToCustomerNumber": {
   "kind": "text",
   "filterable": true
  },
  "billToName": {
   "kind": "text",
   "filterable": true
  },
  "billToName2": {
   "kind": "text",
   "filterable": true
  },
  "billToPostCode": {
   "kind": "text",
   "filterable": true
  },
  "billToState": {
   "kind": "text",
   "filterable": true
  },
  "campaignNumber": {
   "kind": "text",
   "filterable": true
  },
  "correctedInvoiceNumber": {
   "kind": "text",
   "filterable": true
  },
  "createdAt": {
   "kind": "dateTime",
   "sortable": true,
   "filterable": true
  },
  "currencyCode": {
   "kind": "text",
   "filterable": true
  },
  "currencyFactor": {
   "kind": "decimal"
  },
  "customerDiscountGroup": {
   "kind": "text",
   "filterable": true
  },
  "customerName": {
   "kind": "text",
   "filterable": true
  },
  "customerName2": {
   "kind": "text",
   "filterable": true
  },
  "customerNumber": {
   "kind": "text",
   "filterable": true
  },
  "customerPostingGroup": {
   "kind": "text",
   "filterable": true
  },
  "customerPriceGroup": {
   "kind": "text",
   "filterable": true
  },
  "discountAmount": {
   "kind": "decimal",
   "filterable": true
  },
  "documentDate": {
   "kind": "date",
   "filterable": true
  },
  "documentType": {
   "kind": "option",
   "filterable": true,
   "options": [
    "Order",
    "Invoice",
    "Credit Memo",
    "Return Order"
   ]
  },
  "dueDate": {
   "kind": "date",
   "filterable": true
  },
  "email": {
   "kind": "text",
   "filterable": true
  },
  "externalDocumentNumber": {
   "kind": "text",
   "filterable": true
  },
  "generalBusinessPostingGroup": {
   "kind": "text",
   "filterable": true
  },
  "id": {
   "kind": "id",
   "sortable": true,
   "filterable": true
  },
  "invoiceDiscountCalculation": {
   "kind": "option",
   "filterable": true,
   "options": [
    "None",
    "%",
    "Amount"
   ]
  },
  "invoiceDiscountCode": {
   "kind": "text",
   "filterable": true
  },
  "invoiceDiscountValue": {
   "kind": "decimal",
   "filterable": true
  },
  "jobQueueEntryId": {
   "kind": "id",
   "filterable": true
  },
  "jobQueueStatus": {
   "kind": "option",
   "filterable": true,
   "options": [
    "",
    "Scheduled for Posting",
    "Error",
    "Posting"
   ]
  },
  "languageCode": {
   "kind": "text",
   "filterable": true
  },
  "lastModifiedDateTime": {
   "kind": "dateTime",
   "sortable": true,
   "filterable": true
  },
  "lastPostingNumber": {
   "kind": "text",
   "filterable": true
  },
  "lastShippingNumber": {
   "kind": "text",
   "filterable": true
  },
  "locationCode": {
   "kind": "text",
   "filterable": true
  },
  "number": {
   "kind": "text",
   "sortable": true,
   "filterable": true
  },
  "orderDate": {
   "kind": "date",
   "sortable": true,
   "filterable": true
  },
  "packageTrackingNumber": {
   "kind": "text",
   "filterable": true
  },
  "paymentDiscountDate": {
   "kind": "date",
   "filterable": true
  },
  "paymentDiscountPercent": {
   "kind": "decimal",
   "filterable": true
  },
  "paymentMethodCode": {
   "kind": "text",
   "filterable": true
  },
  "paymentTermsCode": {
   "kind": "text",
   "filterable": true
  },
  "phoneNumber": {
   "kind": "text",
   "filterable": true
  },
  "postingDate": {
   "kind": "date",
   "filterable": true
  },
  "postingNumber": {
   "kind": "text",
   "filterable": true
  },
  "pricesIncludeTax": {
   "kind": "boolean",
   "filterable": true
  },
  "salesTaxAreaCode": {
   "kind": "text",
   "filterable": true
  },
  "sellToAddressLine1": {
   "kind": "text",
   "filterable": true
  },
  "sellToAddressLine2": {
   "kind": "text",
   "filterable": true
  },
  "sellToCity": {
   "kind": "text",
   "filterable": true
  },
  "sellToContact": {
   "kind": "text",
   "filterable": true
  },
  "sellToCountry": {
   "kind": "text",
   "filterable": true
  },
  "sellToPostCode": {
   "kind": "text",
   "filterable": true
  },
  "sellToState": {
   "kind": "text",
   "filterable": true
  },
  "shipToAddressLine1": {
   "kind": "text",
   "filterable": true
  },
  "shipToAddressLine2": {
   "kind": "text",
   "filterable": true
  },
  "shipToCity": {
   "kind": "text",
   "filterable": true
  },
  "shipToCode": {
   "kind": "text",
   "filterable": true
  },
  "shipToContact": {
   "kind": "text",
   "filterable": true
  },
  "shipToCountry": {
   "kind": "text",
   "filterable": true
  },
  "shipToName": {
   "kind": "text",
   "filterable": true
  },
  "shipToName2": {
   "kind": "text",
   "filterable": true
  },
  "shipToPostCode": {
   "kind": "text",
   "filterable": true
  },
  "shipToState": {
   "kind": "text",
   "filterable": true
  },
  "shipmentMethodCode": {
   "kind": "text",
   "filterable": true
  },
  "shippingAdvice": {
   "kind": "option",
   "filterable": true,
   "options": [
    "Partial",
    "Complete"
   ]
  },
  "shippingAgentCode": {
   "kind": "text",
   "filterable": true
  },
  "shippingAgentServiceCode": {
   "kind": "text",
   "filterable": true
  },
  "shippingNumber": {
   "kind": "text",
   "filterable": true
  },
  "shopifyOrderNumber": {
   "kind": "text",
   "filterable": true
  },
  "sourceId": {
   "kind": "text",
   "filterable": true
  },
  "sourceKind": {
   "kind": "text",
   "filterable": true
  },
  "status": {
   "kind": "option",
   "filterable": true,
   "options": [
    "Open",
    "Released"
   ]
  },
  "taxLiable": {
   "kind": "boolean",
   "filterable": true
  },
  "totalAmountExcludingTax": {
   "kind": "decimal",
   "filterable": true
  },
  "totalAmountIncludingTax": {
   "kind": "decimal",
   "filterable": true
  },
  "totalTaxAmount": {
   "kind": "decimal",
   "filterable": true
  },
  "userId": {
   "kind": "text",
   "filterable": true
  },
  "vatBusinessPostingGroup": {
   "kind": "text",
   "filterable": true
  },
  "vatRegistrationNumber": {
   "kind": "text",
   "filterable": true
  },
  "workDescription": {
   "kind": "text",
   "filterable": true
  }
 },
 "salesShipmentLines": {
  "amountExcludingTax": {
   "kind": "decimal",
   "filterable": true
  },
  "amountIncludingTax": {
   "kind": "decimal",
   "filterable": true
  },
  "description": {
   "kind": "text",
   "filterable": true
  },
  "discountAmount": {
   "kind": "decimal",
   "filterable": true
  },
  "discountPercent": {
   "kind": "decimal",
   "filterable": true
  },
  "documentId": {
   "kind": "id",
   "filterable": true
  },
  "documentNumber": {
   "kind": "text",
   "filterable": true
  },
  "documentType": {
   "kind": "option",
   "filterable": true,
   "options": [
    "Sales Shipment",
    "Sales Invoice",
    "Sales Credit Memo"
   ]
  },
  "generalProductPostingGroup": {
   "kind": "text",
   "filterable": true
  },
  "id": {
   "kind": "id",
   "sortable": true,
   "filterable": true
  },
  "invoiceDiscountAllocation": {
   "kind": "decimal",
   "filterable": true
  },
  "lineAmount": {
   "kind": "decimal",
   "filterable": true
  },
  "lineObjectNumber": {
   "kind": "text",
   "filterable": true
  },
  "lineType": {
   "kind": "option",
   "filterable": true,
   "options": [
    "Comment",
    "Account",
    "Item"
   ]
  },
  "locationCode": {
   "kind": "text",
   "filterable": true
  },
  "orderLineNumber": {
   "kind": "integer",
   "filterable": true
  },
  "qtyPerUnitOfMeasure": {
   "kind": "decimal",
   "filterable": true
  },
  "quantity": {
   "kind": "decimal",
   "filterable": true
  },
  "salesTaxGroupCode": {
   "kind": "text",
   "filterable": true
  },
  "sequence": {
   "kind": "integer",
   "sortable": true,
   "filterable": true
  },
  "sourceId": {
   "kind": "text",
   "filterable": true
  },
  "taxCode": {
   "kind": "text",
   "filterable": true
  },
  "taxPercent": {
   "kind": "decimal",
   "filterable": true
  },
  "unitOfMeasureCode": {
   "kind": "text",
   "filterable": true
  },
  "unitPrice": {
   "kind": "decimal",
   "filterable": true
  },
  "variantCode": {
   "kind": "text",
   "filterable": true
  },
  "vatCalculationType": {
   "kind": "option",
   "filterable": true,
   "options": [
    "Normal VAT",
    "Reverse Charge VAT",
    "Full VAT",
    "Sales Tax"
   ]
  },
  "vatProductPostingGroup": {
   "kind": "text",
   "filterable": true
  }
 },
 "salesShipments": {
  "appliesToDocumentNumber": {
   "kind": "text",
   "filterable": true
  },
  "billToAddressLine1": {
   "kind": "text",
   "filterable": true
  },
  "billToAddressLine2": {
   "kind": "text",
   "filterable": true
  },
  "billToCity": {
   "kind": "text",
   "filterable": true
  },
  "billToContact": {
   "kind": "text",
   "filterable": true
  },
  "billToCountry": {
   "kind": "text",
   "filterable": true
  },
  "billToCustomerNumber": {
   "kind": "text",
   "filterable": true
  },
  "billToName": {
   "kind": "text",
   "filterable": true
  },
  "billToName2": {
   "kind": "text",
   "filterable": true
  },
  "billToPostCode": {
   "kind": "text",
   "filterable": true
  },
  "billToState": {
   "kind": "text",
   "filterable": true
  },
  "canceled": {
   "kind": "boolean",
   "filterable": true
  },
  "correctedInvoiceNumber": {
   "kind": "text",
   "filterable": true
  },
  "corrective": {
   "kind": "boolean",
   "filterable": true
  },
  "createdAt": {
   "kind": "dateTime",
   "sortable": true,
   "filterable": true
  },
  "currencyCode": {
   "kind": "text",
   "filterable": true
  },
  "currencyFactor": {
   "kind": "decimal"
  },
  "customerDiscountGroup": {
   "kind": "text",
   "filterable": true
  },
  "customerName": {
   "kind": "text",
   "filterable": true
  },
  "customerName2": {
   "kind": "text",
   "filterable": true
  },
  "customerNumber": {
   "kind": "text",
   "filterable": true
  },
  "customerPostingGroup": {
   "kind": "text",
   "filterable": true
  },
  "customerPriceGroup": {
   "kind": "text",
   "filterable": true
  },
  "discountAmount": {
   "kind": "decimal",
   "filterable": true
  },
  "documentDate": {
   "kind": "date",
   "filterable": true
  },
  "documentType": {
   "kind": "option",
   "filterable": true,
   "options": [
    "Sales Shipment",
    "Sales Invoice",
    "Sales Credit Memo"
   ]
  },
  "dueDate": {
   "kind": "date",
   "filterable": true
  },
  "email": {
   "kind": "text",
   "filterable": true
  },
  "externalDocumentNumber": {
   "kind": "text",
   "filterable": true
  },
  "generalBusinessPostingGroup": {
   "kind": "text",
   "filterable": true
  },
  "id": {
   "kind": "id",
   "sortable": true,
   "filterable": true
  },
  "invoiceDiscountCode": {
   "kind": "text",
   "filterable": true
  },
  "jobQueueEntryId": {
   "kind": "id",
   "filterable": true
  },
  "jobQueueStatus": {
   "kind": "option",
   "filterable": true,
   "options": [
    "",
    "Scheduled for Posting",
    "Error",
    "Posting"
   ]
  },
  "languageCode": {
   "kind": "text",
   "filterable": true
  },
  "locationCode": {
   "kind": "text",
   "filterable": true
  },
  "number": {
   "kind": "text",
   "sortable": true,
   "filterable": true
  },
  "orderDate": {
   "kind": "date",
   "sortable": true,
   "filterable": true
  },
  "orderNumber": {
   "kind": "text",
   "filterable": true
  },
  "packageTrackingNumber": {
   "kind": "text",
   "filterable": true
  },
  "paymentMethodCode": {
   "kind": "text",
   "filterable": true
  },
  "paymentTermsCode": {
   "kind": "text",
   "filterable": true
  },
  "phoneNumber": {
   "kind": "text",
   "filterable": true
  },
  "postingDate": {
   "kind": "date",
   "sortable": true,
   "filterable": true
  },
  "preAssignedNumber": {
   "kind": "text",
   "filterable": true
  },
  "pricesIncludeTax": {
   "kind": "boolean",
   "filterable": true
  },
  "remainingAmount": {
   "kind": "decimal",
   "filterable": true
  },
  "salesTaxAreaCode": {
   "kind": "text",
   "filterable": true
  },
  "sellToAddressLine1": {
   "kind": "text",
   "filterable": true
  },
  "sellToAddressLine2": {
   "kind": "text",
   "filterable": true
  },
  "sellToCity": {
   "kind": "text",
   "filterable": true
  },
  "sellToContact": {
   "kind": "text",
   "filterable": true
  },
  "sellToCountry": {
   "kind": "text",
   "filterable": true
  },
  "sellToPostCode": {
   "kind": "text",
   "filterable": true
  },
  "sellToState": {
   "kind": "text",
   "filterable": true
  },
  "shipToAddressLine1": {
   "kind": "text",
   "filterable": true
  },
  "shipToAddressLine2": {
   "kind": "text",
   "filterable": true
  },
  "shipToCity": {
   "kind": "text",
   "filterable": true
  },
  "shipToCode": {
   "kind": "text",
   "filterable": true
  },
  "shipToContact": {
   "kind": "text",
   "filterable": true
  },
  "shipToCountry": {
   "kind": "text",
   "filterable": true
  },
  "shipToName": {
   "kind": "text",
   "filterable": true
  },
  "shipToName2": {
   "kind": "text",
   "filterable": true
  },
  "shipToPostCode": {
   "kind": "text",
   "filterable": true
  },
  "shipToState": {
   "kind": "text",
   "filterable": true
  },
  "shipmentMethodCode": {
   "kind": "text",
   "filterable": true
  },
  "shippingAgentCode": {
   "kind": "text",
   "filterable": true
  },
  "shippingAgentServiceCode": {
   "kind": "text",
   "filterable": true
  },
  "shopifyOrderNumber": {
   "kind": "text",
   "filterable": true
  },
  "sourceId": {
   "kind": "text",
   "filterable": true
  },
  "sourceKind": {
   "kind": "text",
   "filterable": true
  },
  "status": {
   "kind": "option",
   "filterable": true,
   "options": [
    "",
    "Draft",
    "Released",
    "Open",
    "Paid",
    "Canceled",
    "Corrective"
   ]
  },
  "taxLiable": {
   "kind": "boolean",
   "filterable": true
  },
  "totalAmountExcludingTax": {
   "kind": "decimal",
   "filterable": true
  },
  "totalAmountIncludingTax": {
   "kind": "decimal",
   "filterable": true
  },
  "totalTaxAmount": {
   "kind": "decimal",
   "filterable": true
  },
  "userId": {
   "kind": "text",
   "filterable": true
  },
  "vatBusinessPostingGroup": {
   "kind": "text",
   "filterable": true
  },
  "vatRegistrationNumber": {
   "kind": "text",
   "filterable": true
  },
  "workDescription": {
   "kind": "text",
   "filterable": true
  }
 },
 "shipToAddresses": {
  "addressLine1": {
   "kind": "text",
   "filterable": true
  },
  "addressLine2": {
   "kind": "text",
   "filterable": true
  },
  "city": {
   "kind": "text",
   "filterable": true
  },
  "code": {
   "kind": "text",
   "sortable": true,
   "filterable": true
  },
  "contact": {
   "kind": "text",
   "filterable": true
  },
  "country": {
   "kind": "text",
   "filterable": true
  },
  "customerNumber": {
   "kind": "text",
   "filterable": true
  },
  "displayName": {
   "kind": "text",
   "filterable": true
  },
  "displayName2": {
   "kind": "text",
   "filterable": true
  },
  "email": {
   "kind": "text",
   "filterable": true
  },
  "id": {
   "kind": "id",
   "sortable": true,
   "filterable": true
  },
  "locationCode": {
   "kind": "text",
   "filterable": true
  },
  "phoneNumber": {
   "kind": "text",
   "filterable": true
  },
  "postalCode": {
   "kind": "text",
   "filterable": true
  },
  "salesTaxAreaCode": {
   "kind": "text",
   "filterable": true
  },
  "shipmentMethodCode": {
   "kind": "text",
   "filterable": true
  },
  "shippingAgentCode": {
   "kind": "text",
   "filterable": true
  },
  "shippingAgentServiceCode": {
   "kind": "text",
   "filterable": true
  },
  "state": {
   "kind": "text",
   "filterable": true
  },
  "taxLiable": {
   "kind": "boolean",
   "filterable": true
  }
 },
 "shipmentMethods": {
  "code": {
   "kind": "text",
   "sortable": true,
   "filterable": true
  },
  "displayName": {
   "kind": "text",
   "filterable": true
  },
  "id": {
   "kind": "id",
   "sortable": true,
   "filterable": true
  }
 },
 "shippingAgentServices": {
  "code": {
   "kind": "text",
   "sortable": true,
   "filterable": true
  },
  "displayName": {
   "kind": "text",
   "filterable": true
  },
  "id": {
   "kind": "id",
   "sortable": true,
   "filterable": true
  },
  "shippingAgentCode": {
   "kind": "text",
   "filterable": true
  },
  "shippingTime": {
   "kind": "text",
   "filterable": true
  }
 },
 "shippingAgents": {
  "accountNumber": {
   "kind": "text",
   "filterable": true
  },
  "code": {
   "kind": "text",
   "sortable": true,
   "filterable": true
  },
  "displayName": {
   "kind": "text",
   "filterable": true
  },
  "id": {
   "kind": "id",
   "sortable": true,
   "filterable": true
  },
  "internetAddress": {
   "kind": "text",
   "filterable": true
  }
 },
 "shopifyApiUsage": {
  "calls": {
   "kind": "integer",
   "filterable": true
  },
  "chargedPoints": {
   "kind": "integer",
   "filterable": true
  },
  "id": {
   "kind": "id",
   "sortable": true,
   "filterable": true
  },
  "lowestAvailable": {
   "kind": "integer",
   "filterable": true
  },
  "objectId": {
   "kind": "integer",
   "filterable": true
  },
  "requestedPoints": {
   "kind": "integer",
   "filterable": true
  },
  "shopCode": {
   "kind": "text",
   "filterable": true
  },
  "startDateTime": {
   "kind": "dateTime",
   "sortable": true,
   "filterable": true
  },
  "store": {
   "kind": "text",
   "filterable": true
  },
  "throttled": {
   "kind": "integer",
   "filterable": true
  }
 },
 "shopifyBudgets": {
  "held": {
   "kind": "integer"
  },
  "id": {
   "kind": "id",
   "filterable": true
  },
  "known": {
   "kind": "boolean"
  },
  "level": {
   "kind": "integer"
  },
  "maximum": {
   "kind": "integer"
  },
  "processes": {
   "kind": "integer"
  },
  "restoreRate": {
   "kind": "integer"
  },
  "store": {
   "kind": "text",
   "sortable": true,
   "filterable": true
  },
  "updatedAt": {
   "kind": "dateTime",
   "filterable": true
  },
  "waitSeconds": {
   "kind": "integer"
  },
  "waiting": {
   "kind": "integer"
  }
 },
 "shopifyChanges": {
  "attempts": {
   "kind": "integer",
   "filterable": true
  },
  "createdAt": {
   "kind": "dateTime",
   "sortable": true,
   "filterable": true
  },
  "description": {
   "kind": "text",
   "filterable": true
  },
  "documentName": {
   "kind": "text",
   "filterable": true
  },
  "finishedAt": {
   "kind": "dateTime",
   "filterable": true
  },
  "firstSentAt": {
   "kind": "dateTime",
   "filterable": true
  },
  "id": {
   "kind": "id",
   "sortable": true,
   "filterable": true
  },
  "jobQueueLogEntryId": {
   "kind": "id",
   "filterable": true
  },
  "message": {
   "kind": "text",
   "filterable": true
  },
  "operation": {
   "kind": "text",
   "filterable": true
  },
  "sentAt": {
   "kind": "dateTime",
   "filterable": true
  },
  "shopCode": {
   "kind": "text",
   "filterable": true
  },
  "state": {
   "kind": "option",
   "filterable": true,
   "options": [
    "Open",
    "Sent",
    "Done",
    "Failed",
    "For a Person"
   ]
  },
  "subject": {
   "kind": "text",
   "filterable": true
  }
 },
 "shopifyCustomers": {
  "customerNumber": {
   "kind": "text",
   "filterable": true
  },
  "email": {
   "kind": "text",
   "sortable": true,
   "filterable": true
  },
  "firstName": {
   "kind": "text",
   "filterable": true
  },
  "id": {
   "kind": "id",
   "sortable": true,
   "filterable": true
  },
  "lastName": {
   "kind": "text",
   "filterable": true
  },
  "phoneNumber": {
   "kind": "text",
   "filterable": true
  },
  "shopifyCustomerId": {
   "kind": "integer",
   "sortable": true,
   "filterable": true
  },
  "store": {
   "kind": "text",
   "filterable": true
  }
 },
 "shopifyDataRequests": {
  "dueAt": {
   "kind": "dateTime",
   "sortable": true,
   "filterable": true
  },
  "email": {
   "kind": "text",
   "filterable": true
  },
  "handledAt": {
   "kind": "dateTime",
   "filterable": true
  },
  "handledBy": {
   "kind": "text",
   "filterable": true
  },
  "id": {
   "kind": "id",
   "sortable": true,
   "filterable": true
  },
  "keptData": {
   "kind": "text",
   "filterable": true
  },
  "kind": {
   "kind": "option",
   "filterable": true,
   "options": [
    "Customer Data",
    "Redact Customer",
    "Redact Shop"
   ]
  },
  "orderIds": {
   "kind": "text",
   "filterable": true
  },
  "outcome": {
   "kind": "text",
   "filterable": true
  },
  "phoneNumber": {
   "kind": "text",
   "filterable": true
  },
  "requestedAt": {
   "kind": "dateTime",
   "sortable": true,
   "filterable": true
  },
  "shopifyCustomerId": {
   "kind": "integer",
   "filterable": true
  },
  "status": {
   "kind": "option",
   "filterable": true,
   "options": [
    "Open",
    "Done"
   ]
  },
  "store": {
   "kind": "text",
   "filterable": true
  }
 },
 "shopifyDeprecatedMembers": {
  "apiVersion": {
   "kind": "text",
   "filterable": true
  },
  "document": {
   "kind": "text",
   "filterable": true
  },
  "firstSeenAt": {
   "kind": "dateTime",
   "filterable": true
  },
  "id": {
   "kind": "id",
   "sortable": true,
   "filterable": true
  },
  "lastSeenAt": {
   "kind": "dateTime",
   "sortable": true,
   "filterable": true
  },
  "members": {
   "kind": "text",
   "filterable": true
  },
  "shopCode": {
   "kind": "text",
   "filterable": true
  }
 },
 "shopifyDocumentLinks": {
  "documentNumber": {
   "kind": "text",
   "sortable": true,
   "filterable": true
  },
  "documentType": {
   "kind": "option",
   "filterable": true,
   "options": [
    "Sales Order",
    "Sales Invoice",
    "Sales Credit Memo",
    "Sales Return Order",
    "Posted Sales Shipment",
    "Posted Sales Invoice",
    "Posted Sales Credit Memo"
   ]
  },
  "id": {
   "kind": "id",
   "sortable": true,
   "filterable": true
  },
  "postingDate": {
   "kind": "date",
   "sortable": true,
   "filterable": true
  },
  "shopifyDocumentId": {
   "kind": "text",
   "filterable": true
  },
  "shopifyDocumentType": {
   "kind": "option",
   "filterable": true,
   "options": [
    "Shopify Order",
    "Shopify Refund",
    "Shopify Return"
   ]
  },
  "shopifyOrderNumber": {
   "kind": "text",
   "filterable": true
  }
 },
 "shopifyGiftCards": {
  "amount": {
   "kind": "decimal",
   "filterable": true
  },
  "giftCardId": {
   "kind": "integer",
   "sortable": true,
   "filterable": true
  },
  "id": {
   "kind": "id",
   "sortable": true,
   "filterable": true
  },
  "knownUsedAmount": {
   "kind": "decimal",
   "filterable": true
  },
  "lastCharacters": {
   "kind": "text",
   "filterable": true
  },
  "orderLineId": {
   "kind": "integer",
   "filterable": true
  },
  "piece": {
   "kind": "integer",
   "filterable": true
  },
  "shopCode": {
   "kind": "text",
   "filterable": true
  },
  "shopifyOrderNumber": {
   "kind": "text",
   "filterable": true
  },
  "store": {
   "kind": "text",
   "filterable": true
  }
 },
 "shopifyLogEntries": {
  "apiVersion": {
   "kind": "text",
   "filterable": true
  },
  "dateTime": {
   "kind": "dateTime",
   "sortable": true,
   "filterable": true
  },
  "document": {
   "kind": "text",
   "filterable": true
  },
  "durationMs": {
   "kind": "integer",
   "filterable": true
  },
  "entryNumber": {
   "kind": "integer",
   "sortable": true,
   "filterable": true
  },
  "hasError": {
   "kind": "boolean",
   "filterable": true
  },
  "id": {
   "kind": "id",
   "filterable": true
  },
  "jobQueueLogEntryId": {
   "kind": "id",
   "filterable": true
  },
  "message": {
   "kind": "text",
   "filterable": true
  },
  "method": {
   "kind": "text",
   "filterable": true
  },
  "queryCost": {
   "kind": "integer",
   "filterable": true
  },
  "requestId": {
   "kind": "text",
   "filterable": true
  },
  "requestPreview": {
   "kind": "text",
   "filterable": true
  },
  "requestedQueryCost": {
   "kind": "integer",
   "filterable": true
  },
  "responsePreview": {
   "kind": "text",
   "filterable": true
  },
  "retryCount": {
   "kind": "integer",
   "filterable": true
  },
  "reviewed": {
   "kind": "boolean",
   "filterable": true
  },
  "shopCode": {
   "kind": "text",
   "filterable": true
  },
  "statusCode": {
   "kind": "integer",
   "filterable": true
  },
  "url": {
   "kind": "text",
   "filterable": true
  }
 },
 "shopifyOrderAdditionalFees": {
  "additionalFeeId": {
   "kind": "integer",
   "sortable": true,
   "filterable": true
  },
  "amount": {
   "kind": "decimal",
   "filterable": true
  },
  "id": {
   "kind": "id",
   "sortable": true,
   "filterable": true
  },
  "name": {
   "kind": "text",
   "filterable": true
  },
  "orderId": {
   "kind": "id",
   "filterable": true
  },
  "presentmentAmount": {
   "kind": "decimal",
   "filterable": true
  }
 },
 "shopifyOrderAttributes": {
  "id": {
   "kind": "id",
   "sortable": true,
   "filterable": true
  },
  "key": {
   "kind": "text",
   "filterable": true
  },
  "orderId": {
   "kind": "id",
   "filterable": true
  },
  "value": {
   "kind": "text",
   "filterable": true
  }
 },
 "shopifyOrderFulfillments": {
  "createdAt": {
   "kind": "dateTime",
   "filterable": true
  },
  "deliveryStatus": {
   "kind": "option",
   "filterable": true,
   "options": [
    "",
    "Fulfilled",
    "In Transit",
    "Out For Delivery",
    "Delivered",
    "Ready For Pickup",
    "Picked Up"
   ]
  },
  "id": {
   "kind": "id",
   "sortable": true,
   "filterable": true
  },
  "locationId": {
   "kind": "integer",
   "filterable": true
  },
  "locationName": {
   "kind": "text",
   "filterable": true
  },
  "name": {
   "kind": "text",
   "filterable": true
  },
  "orderId": {
   "kind": "id",
   "filterable": true
  },
  "shopifyFulfillmentId": {
   "kind": "integer",
   "sortable": true,
   "filterable": true
  },
  "shopifyOrderId": {
   "kind": "integer",
   "filterable": true
  },
  "status": {
   "kind": "option",
   "filterable": true,
   "options": [
    "",
    "Success",
    "Cancelled",
    "Error",
    "Failure"
   ]
  },
  "totalQuantity": {
   "kind": "integer",
   "filterable": true
  },
  "trackingCompany": {
   "kind": "text",
   "filterable": true
  },
  "trackingNumber": {
   "kind": "text",
   "filterable": true
  },
  "trackingUrl": {
   "kind": "text",
   "filterable": true
  },
  "updatedAt": {
   "kind": "dateTime",
   "filterable": true
  }
 },
 "shopifyOrderLineAttributes": {
  "id": {
   "kind": "id",
   "sortable": true,
   "filterable": true
  },
  "key": {
   "kind": "text",
   "filterable": true
  },
  "lineId": {
   "kind": "integer",
   "sortable": true,
   "filterable": true
  },
  "orderId": {
   "kind": "id",
   "filterable": true
  },
  "value": {
   "kind": "text",
   "filterable": true
  }
 },
 "shopifyOrderLines": {
  "currentQuantity": {
   "kind": "decimal",
   "filterable": true
  },
  "description": {
   "kind": "text",
   "filterable": true
  },
  "discountAmount": {
   "kind": "decimal",
   "filterable": true
  },
  "exchangeItem": {
   "kind": "boolean",
   "filterable": true
  },
  "fulfillableQuantity": {
   "kind": "decimal",
   "filterable": true
  },
  "giftCard": {
   "kind": "boolean",
   "filterable": true
  },
  "id": {
   "kind": "id",
   "sortable": true,
   "filterable": true
  },
  "itemNumber": {
   "kind": "text",
   "filterable": true
  },
  "lineId": {
   "kind": "integer",
   "sortable": true,
   "filterable": true
  },
  "notSoldQuantity": {
   "kind": "decimal",
   "filterable": true
  },
  "orderId": {
   "kind": "id",
   "filterable": true
  },
  "presentmentDiscountAmount": {
   "kind": "decimal",
   "filterable": true
  },
  "presentmentUnitPrice": {
   "kind": "decimal",
   "filterable": true
  },
  "quantity": {
   "kind": "decimal",
   "filterable": true
  },
  "refundableQuantity": {
   "kind": "decimal",
   "filterable": true
  },
  "requiresShipping": {
   "kind": "boolean",
   "filterable": true
  },
  "shopifyOrderId": {
   "kind": "integer",
   "filterable": true
  },
  "shopifyProductId": {
   "kind": "integer",
   "filterable": true
  },
  "shopifyVariantId": {
   "kind": "integer",
   "filterable": true
  },
  "sku": {
   "kind": "text",
   "filterable": true
  },
  "taxable": {
   "kind": "boolean",
   "filterable": true
  },
  "tip": {
   "kind": "boolean",
   "filterable": true
  },
  "unitOfMeasureCode": {
   "kind": "text",
   "filterable": true
  },
  "unitPrice": {
   "kind": "decimal",
   "filterable": true
  },
  "variantCode": {
   "kind": "text",
   "filterable": true
  },
  "variantDescription": {
   "kind": "text",
   "filterable": true
  },
  "vendor": {
   "kind": "text",
   "filterable": true
  }
 },
 "shopifyOrderRisks": {
  "id": {
   "kind": "id",
   "sortable": true,
   "filterable": true
  },
  "level": {
   "kind": "option",
   "filterable": true,
   "options": [
    "",
    "Low",
    "Medium",
    "High",
    "Pending",
    "None"
   ]
  },
  "lineNumber": {
   "kind": "integer",
   "sortable": true,
   "filterable": true
  },
  "message": {
   "kind": "text",
   "filterable": true
  },
  "orderId": {
   "kind": "id",
   "filterable": true
  },
  "sentiment": {
   "kind": "option",
   "filterable": true,
   "options": [
    "",
    "Negative",
    "Neutral",
    "Positive"
   ]
  }
 },
 "shopifyOrderShippingCharges": {
  "amount": {
   "kind": "decimal",
   "filterable": true
  },
  "carrier": {
   "kind": "text",
   "filterable": true
  },
  "code": {
   "kind": "text",
   "filterable": true
  },
  "deliveryCategory": {
   "kind": "text",
   "filterable": true
  },
  "discountAmount": {
   "kind": "decimal",
   "filterable": true
  },
  "id": {
   "kind": "id",
   "sortable": true,
   "filterable": true
  },
  "orderId": {
   "kind": "id",
   "filterable": true
  },
  "presentmentAmount": {
   "kind": "decimal",
   "filterable": true
  },
  "presentmentDiscountAmount": {
   "kind": "decimal",
   "filterable": true
  },
  "shippingLineId": {
   "kind": "integer",
   "sortable": true,
   "filterable": true
  },
  "shopifyOrderId": {
   "kind": "integer",
   "filterable": true
  },
  "source": {
   "kind": "text",
   "filterable": true
  },
  "title": {
   "kind": "text",
   "filterable": true
  }
 },
 "shopifyOrderTaxLines": {
  "amount": {
   "kind": "decimal",
   "filterable": true
  },
  "channelLiable": {
   "kind": "boolean",
   "filterable": true
  },
  "id": {
   "kind": "id",
   "sortable": true,
   "filterable": true
  },
  "lineNumber": {
   "kind": "integer",
   "filterable": true
  },
  "orderId": {
   "kind": "id",
   "filterable": true
  },
  "parentId": {
   "kind": "integer",
   "filterable": true
  },
  "parentType": {
   "kind": "option",
   "filterable": true,
   "options": [
    "Order",
    "Order Line",
    "Shipping Charge",
    "Additional Fee"
   ]
  },
  "presentmentAmount": {
   "kind": "decimal",
   "filterable": true
  },
  "ratePercentage": {
   "kind": "decimal",
   "filterable": true
  },
  "title": {
   "kind": "text",
   "filterable": true
  }
 },
 "shopifyOrderTransactions": {
  "amount": {
   "kind": "decimal",
   "filterable": true
  },
  "avsResultCode": {
   "kind": "text",
   "filterable": true
  },
  "createdAt": {
   "kind": "dateTime",
   "filterable": true
  },
  "creditCardBin": {
   "kind": "text",
   "filterable": true
  },
  "creditCardCompany": {
   "kind": "text",
   "filterable": true
  },
  "creditCardNumber": {
   "kind": "text",
   "filterable": true
  },
  "currencyCode": {
   "kind": "text",
   "filterable": true
  },
  "cvvResultCode": {
   "kind": "text",
   "filterable": true
  },
  "errorCode": {
   "kind": "text",
   "filterable": true
  },
  "gateway": {
   "kind": "text",
   "filterable": true
  },
  "giftCardId": {
   "kind": "integer",
   "filterable": true
  },
  "giftCardLastCharacters": {
   "kind": "text",
   "filterable": true
  },
  "id": {
   "kind": "id",
   "sortable": true,
   "filterable": true
  },
  "manualPaymentGateway": {
   "kind": "boolean",
   "filterable": true
  },
  "message": {
   "kind": "text",
   "filterable": true
  },
  "orderId": {
   "kind": "id",
   "filterable": true
  },
  "parentId": {
   "kind": "integer",
   "filterable": true
  },
  "paymentId": {
   "kind": "text",
   "filterable": true
  },
  "presentmentAmount": {
   "kind": "decimal",
   "filterable": true
  },
  "presentmentCurrencyCode": {
   "kind": "text",
   "filterable": true
  },
  "presentmentRoundingAmount": {
   "kind": "decimal",
   "filterable": true
  },
  "processedAt": {
   "kind": "dateTime",
   "filterable": true
  },
  "refundId": {
   "kind": "integer",
   "filterable": true
  },
  "roundingAmount": {
   "kind": "decimal",
   "filterable": true
  },
  "shopifyOrderId": {
   "kind": "integer",
   "filterable": true
  },
  "status": {
   "kind": "option",
   "filterable": true,
   "options": [
    "",
    "Pending",
    "Failure",
    "Success",
    "Error",
    "Awaiting Response",
    "Unknown"
   ]
  },
  "test": {
   "kind": "boolean",
   "filterable": true
  },
  "transactionId": {
   "kind": "integer",
   "sortable": true,
   "filterable": true
  },
  "type": {
   "kind": "option",
   "filterable": true,
   "options": [
    "",
    "Authorization",
    "Capture",
    "Sale",
    "Void",
    "Refund"
   ]
  }
 },
 "shopifyOrderUpdates": {
  "after": {
   "kind": "text",
   "filterable": true
  },
  "before": {
   "kind": "text",
   "filterable": true
  },
  "description": {
   "kind": "text",
   "filterable": true
  },
  "id": {
   "kind": "id",
   "sortable": true,
   "filterable": true
  },
  "lineId": {
   "kind": "text",
   "filterable": true
  },
  "noticedAt": {
   "kind": "dateTime",
   "sortable": true,
   "filterable": true
  },
  "orderId": {
   "kind": "id",
   "filterable": true
  },
  "part": {
   "kind": "option",
   "filterable": true,
   "options": [
    "Line",
    "Quantity",
    "Unit Price",
    "Line Discount Amount",
    "Invoice Discount Amount",
    "Ship-to Address",
    "Work Description",
    "PO Number",
    "Due Date",
    "VAT Included",
    "Total Amount",
    "Cancelled"
   ]
  }
 },
 "shopifyOrders": {
  "additionalFeesAmount": {
   "kind": "decimal",
   "filterable": true
  },
  "appName": {
   "kind": "text",
   "filterable": true
  },
  "b2b": {
   "kind": "boolean",
   "filterable": true
  },
  "billToAddress": {
   "kind": "text",
   "filterable": true
  },
  "billToAddress2": {
   "kind": "text",
   "filterable": true
  },
  "billToCity": {
   "kind": "text",
   "filterable": true
  },
  "billToContactName": {
   "kind": "text",
   "filterable": true
  },
  "billToCountryRegionCode": {
   "kind": "text",
   "filterable": true
  },
  "billToCounty": {
   "kind": "text",
   "filterable": true
  },
  "billToCustomerNumber": {
   "kind": "text",
   "filterable": true
  },
  "billToName": {
   "kind": "text",
   "filterable": true
  },
  "billToName2": {
   "kind": "text",
   "filterable": true
  },
  "billToPostCode": {
   "kind": "text",
   "filterable": true
  },
  "cancelReason": {
   "kind": "option",
   "filterable": true,
   "options": [
    "",
    "Customer",
    "Fraud",
    "Inventory",
    "Other",
    "Staff",
    "Declined"
   ]
  },
  "cancelledAt": {
   "kind": "dateTime",
   "filterable": true
  },
  "channelLiableTaxes": {
   "kind": "boolean",
   "filterable": true
  },
  "channelName": {
   "kind": "text",
   "filterable": true
  },
  "closed": {
   "kind": "boolean",
   "filterable": true
  },
  "closedAt": {
   "kind": "dateTime",
   "filterable": true
  },
  "companyId": {
   "kind": "integer",
   "filterable": true
  },
  "companyLocationId": {
   "kind": "integer",
   "filterable": true
  },
  "companyLocationName": {
   "kind": "text",
   "filterable": true
  },
  "companyMainContactCustomerId": {
   "kind": "integer",
   "filterable": true
  },
  "companyMainContactEmail": {
   "kind": "text",
   "filterable": true
  },
  "companyMainContactId": {
   "kind": "integer",
   "filterable": true
  },
  "companyMainContactPhoneNumber": {
   "kind": "text",
   "filterable": true
  },
  "companyName": {
   "kind": "text",
   "filterable": true
  },
  "confirmed": {
   "kind": "boolean",
   "filterable": true
  },
  "createdAt": {
   "kind": "dateTime",
   "sortable": true,
   "filterable": true
  },
  "currencyCode": {
   "kind": "text",
   "filterable": true
  },
  "currentDutiesAmount": {
   "kind": "decimal",
   "filterable": true
  },
  "currentTotalAmount": {
   "kind": "decimal",
   "filterable": true
  },
  "currentTotalItemsQuantity": {
   "kind": "integer",
   "filterable": true
  },
  "currentVatAmount": {
   "kind": "decimal",
   "filterable": true
  },
  "customerId": {
   "kind": "integer",
   "filterable": true
  },
  "customerTemplateCode": {
   "kind": "text",
   "filterable": true
  },
  "differenceAmount": {
   "kind": "decimal",
   "filterable": true
  },
  "differenceReason": {
   "kind": "option",
   "filterable": true,
   "options": [
    "",
    "Rounding",
    "Tax Set-up",
    "Fee",
    "Discount",
    "Other"
   ]
  },
  "discountAmount": {
   "kind": "decimal",
   "filterable": true
  },
  "discountCode": {
   "kind": "text",
   "filterable": true
  },
  "discountCodes": {
   "kind": "text",
   "filterable": true
  },
  "documentDate": {
   "kind": "date",
   "filterable": true
  },
  "dueDate": {
   "kind": "date",
   "filterable": true
  },
  "dutiesAmount": {
   "kind": "decimal",
   "filterable": true
  },
  "dutiesIncluded": {
   "kind": "boolean",
   "filterable": true
  },
  "edited": {
   "kind": "boolean",
   "filterable": true
  },
  "email": {
   "kind": "text",
   "filterable": true
  },
  "errorMessage": {
   "kind": "text",
   "filterable": true
  },
  "financialStatus": {
   "kind": "option",
   "filterable": true,
   "options": [
    "",
    "Pending",
    "Authorized",
    "Partially Paid",
    "Paid",
    "Partially Refunded",
    "Refunded",
    "Voided",
    "Expired"
   ]
  },
  "fulfillmentStatus": {
   "kind": "option",
   "filterable": true,
   "options": [
    "",
    "Fulfilled",
    "In Progress",
    "Open",
    "Pending Fulfillment",
    "Restocked",
    "Unfulfilled",
    "Partially Fulfilled",
    "On Hold",
    "Scheduled",
    "Request Declined",
    "Fulfillment Not Required"
   ]
  },
  "fullyPaid": {
   "kind": "boolean",
   "filterable": true
  },
  "gateway": {
   "kind": "text",
   "filterable": true
  },
  "hasError": {
   "kind": "boolean",
   "filterable": true
  },
  "hasOrderStateError": {
   "kind": "boolean",
   "filterable": true
  },
  "highRisk": {
   "kind": "boolean",
   "filterable": true
  },
  "id": {
   "kind": "id",
   "sortable": true,
   "filterable": true
  },
  "importWarning": {
   "kind": "text",
   "filterable": true
  },
  "notSoldAmount": {
   "kind": "decimal",
   "filterable": true
  },
  "numberOfLines": {
   "kind": "integer",
   "filterable": true
  },
  "orderStatusUrl": {
   "kind": "text",
   "filterable": true
  },
  "paymentMethodCode": {
   "kind": "text",
   "filterable": true
  },
  "paymentRoundingAmount": {
   "kind": "decimal",
   "filterable": true
  },
  "paymentTermsName": {
   "kind": "text",
   "filterable": true
  },
  "paymentTermsType": {
   "kind": "option",
   "filterable": true,
   "options": [
    "",
    "Fixed",
    "Fulfillment",
    "Net",
    "Receipt"
   ]
  },
  "phoneNumber": {
   "kind": "text",
   "filterable": true
  },
  "poNumber": {
   "kind": "text",
   "filterable": true
  },
  "presentmentAdditionalFeesAmount": {
   "kind": "decimal",
   "filterable": true
  },
  "presentmentCurrencyCode": {
   "kind": "text",
   "filterable": true
  },
  "presentmentCurrentDutiesAmount": {
   "kind": "decimal",
   "filterable": true
  },
  "presentmentCurrentTotalAmount": {
   "kind": "decimal",
   "filterable": true
  },
  "presentmentCurrentVatAmount": {
   "kind": "decimal",
   "filterable": true
  },
  "presentmentDiscountAmount": {
   "kind": "decimal",
   "filterable": true
  },
  "presentmentDutiesAmount": {
   "kind": "decimal",
   "filterable": true
  },
  "presentmentNotSoldAmount": {
   "kind": "decimal",
   "filterable": true
  },
  "presentmentPaymentRoundingAmount": {
   "kind": "decimal",
   "filterable": true
  },
  "presentmentRefundRoundingAmount": {
   "kind": "decimal",
   "filterable": true
  },
  "presentmentShippingChargesAmount": {
   "kind": "decimal",
   "filterable": true
  },
  "presentmentSubtotalAmount": {
   "kind": "decimal",
   "filterable": true
  },
  "presentmentTotalAmount": {
   "kind": "decimal",
   "filterable": true
  },
  "presentmentTotalDiscountsAmount": {
   "kind": "decimal",
   "filterable": true
  },
  "presentmentTotalOutstandingAmount": {
   "kind": "decimal",
   "filterable": true
  },
  "presentmentTotalReceivedAmount": {
   "kind": "decimal",
   "filterable": true
  },
  "presentmentTotalRefundedAmount": {
   "kind": "decimal",
   "filterable": true
  },
  "presentmentTotalTipReceived": {
   "kind": "decimal",
   "filterable": true
  },
  "presentmentVatAmount": {
   "kind": "decimal",
   "filterable": true
  },
  "processed": {
   "kind": "boolean",
   "filterable": true
  },
  "processedAt": {
   "kind": "dateTime",
   "filterable": true
  },
  "processedCurrencyHandling": {
   "kind": "option",
   "filterable": true,
   "options": [
    "Shop Currency",
    "Presentment Currency"
   ]
  },
  "refundRoundingAmount": {
   "kind": "decimal",
   "filterable": true
  },
  "refundable": {
   "kind": "boolean",
   "filterable": true
  },
  "requiresShipping": {
   "kind": "boolean",
   "filterable": true
  },
  "retailLocationId": {
   "kind": "integer",
   "filterable": true
  },
  "retailLocationName": {
   "kind": "text",
   "filterable": true
  },
  "returnStatus": {
   "kind": "option",
   "filterable": true,
   "options": [
    "",
    "Inspection Complete",
    "In Progress",
    "No Return",
    "Returned",
    "Return Failed",
    "Return Requested"
   ]
  },
  "salesInvoiceNumber": {
   "kind": "text",
   "filterable": true
  },
  "salesOrderNumber": {
   "kind": "text",
   "filterable": true
  },
  "sellToAddress": {
   "kind": "text",
   "filterable": true
  },
  "sellToAddress2": {
   "kind": "text",
   "filterable": true
  },
  "sellToCity": {
   "kind": "text",
   "filterable": true
  },
  "sellToContactName": {
   "kind": "text",
   "filterable": true
  },
  "sellToCountryRegionCode": {
   "kind": "text",
   "filterable": true
  },
  "sellToCounty": {
   "kind": "text",
   "filterable": true
  },
  "sellToCustomerName": {
   "kind": "text",
   "filterable": true
  },
  "sellToCustomerName2": {
   "kind": "text",
   "filterable": true
  },
  "sellToCustomerNumber": {
   "kind": "text",
   "filterable": true
  },
  "sellToFirstName": {
   "kind": "text",
   "filterable": true
  },
  "sellToLastName": {
   "kind": "text",
   "filterable": true
  },
  "sellToPostCode": {
   "kind": "text",
   "filterable": true
  },
  "setAside": {
   "kind": "option",
   "filterable": true,
   "options": [
    "",
    "Until It Changes",
    "Until Taken Back",
    "Processed Elsewhere"
   ]
  },
  "setAsideReason": {
   "kind": "text",
   "filterable": true
  },
  "shipToAddress": {
   "kind": "text",
   "filterable": true
  },
  "shipToAddress2": {
   "kind": "text",
   "filterable": true
  },
  "shipToCity": {
   "kind": "text",
   "filterable": true
  },
  "shipToContactName": {
   "kind": "text",
   "filterable": true
  },
  "shipToCountryRegionCode": {
   "kind": "text",
   "filterable": true
  },
  "shipToCounty": {
   "kind": "text",
   "filterable": true
  },
  "shipToName": {
   "kind": "text",
   "filterable": true
  },
  "shipToName2": {
   "kind": "text",
   "filterable": true
  },
  "shipToPostCode": {
   "kind": "text",
   "filterable": true
  },
  "shipmentMethodCode": {
   "kind": "text",
   "filterable": true
  },
  "shippingAgentCode": {
   "kind": "text",
   "filterable": true
  },
  "shippingAgentServiceCode": {
   "kind": "text",
   "filterable": true
  },
  "shippingChargesAmount": {
   "kind": "decimal",
   "filterable": true
  },
  "shopCode": {
   "kind": "text",
   "filterable": true
  },
  "shopifyOrderId": {
   "kind": "integer",
   "sortable": true,
   "filterable": true
  },
  "shopifyOrderNumber": {
   "kind": "text",
   "sortable": true,
   "filterable": true
  },
  "sourceIdentifier": {
   "kind": "text",
   "filterable": true
  },
  "sourceName": {
   "kind": "text",
   "filterable": true
  },
  "store": {
   "kind": "text",
   "filterable": true
  },
  "subtotalAmount": {
   "kind": "decimal",
   "filterable": true
  },
  "tags": {
   "kind": "text",
   "filterable": true
  },
  "taxAreaCode": {
   "kind": "text",
   "filterable": true
  },
  "taxExempt": {
   "kind": "boolean",
   "filterable": true
  },
  "taxLiable": {
   "kind": "boolean",
   "filterable": true
  },
  "test": {
   "kind": "boolean",
   "filterable": true
  },
  "totalAmount": {
   "kind": "decimal",
   "filterable": true
  },
  "totalDiscountsAmount": {
   "kind": "decimal",
   "filterable": true
  },
  "totalOutstandingAmount": {
   "kind": "decimal",
   "filterable": true
  },
  "totalQuantityOfItems": {
   "kind": "integer",
   "filterable": true
  },
  "totalReceivedAmount": {
   "kind": "decimal",
   "filterable": true
  },
  "totalRefundedAmount": {
   "kind": "decimal",
   "filterable": true
  },
  "totalTipReceived": {
   "kind": "decimal",
   "filterable": true
  },
  "totalWeight": {
   "kind": "decimal",
   "filterable": true
  },
  "unpaid": {
   "kind": "boolean",
   "filterable": true
  },
  "updatedAt": {
   "kind": "dateTime",
   "filterable": true
  },
  "useShopifyOrderNumber": {
   "kind": "boolean",
   "filterable": true
  },
  "vatAmount": {
   "kind": "decimal",
   "filterable": true
  },
  "vatIncluded": {
   "kind": "boolean",
   "filterable": true
  },
  "workDescription": {
   "kind": "text",
   "filterable": true
  }
 },
 "shopifyOrdersProcessedElsewhere": {
  "createdAt": {
   "kind": "dateTime",
   "sortable": true,
   "filterable": true
  },
  "id": {
   "kind": "id",
   "sortable": true,
   "filterable": true
  },
  "orderNumber": {
   "kind": "text",
   "sortable": true,
   "filterable": true
  },
  "reason": {
   "kind": "text",
   "filterable": true
  },
  "shopifyOrderId": {
   "kind": "integer",
   "filterable": true
  },
  "store": {
   "kind": "text",
   "filterable": true
  },
  "userId": {
   "kind": "text",
   "filterable": true
  }
 },
 "shopifyOrdersToImport": {
  "billToCountryRegionCode": {
   "kind": "text",
   "filterable": true
  },
  "channelLiableTaxes": {
   "kind": "boolean",
   "filterable": true
  },
  "channelName": {
   "kind": "text",
   "filterable": true
  },
  "confirmed": {
   "kind": "boolean",
   "filterable": true
  },
  "createdAt": {
   "kind": "dateTime",
   "sortable": true,
   "filterable": true
  },
  "currencyCode": {
   "kind": "text",
   "filterable": true
  },
  "errorMessage": {
   "kind": "text",
   "filterable": true
  },
  "financialStatus": {
   "kind": "option",
   "filterable": true,
   "options": [
    "",
    "Pending",
    "Authorized",
    "Partially Paid",
    "Paid",
    "Partially Refunded",
    "Refunded",
    "Voided",
    "Expired"
   ]
  },
  "fulfillmentStatus": {
   "kind": "option",
   "filterable": true,
   "options": [
    "",
    "Fulfilled",
    "In Progress",
    "Open",
    "Pending Fulfillment",
    "Restocked",
    "Unfulfilled",
    "Partially Fulfilled",
    "On Hold",
    "Scheduled",
    "Request Declined",
    "Fulfillment Not Required"
   ]
  },
  "fullyPaid": {
   "kind": "boolean",
   "filterable": true
  },
  "hasError": {
   "kind": "boolean",
   "filterable": true
  },
  "highRisk": {
   "kind": "boolean",
   "filterable": true
  },
  "id": {
   "kind": "id",
   "sortable": true,
   "filterable": true
  },
  "importAction": {
   "kind": "option",
   "filterable": true,
   "options": [
    "New",
    "Update"
   ]
  },
  "numberOfOrderLines": {
   "kind": "integer",
   "filterable": true
  },
  "orderAmount": {
   "kind": "decimal",
   "filterable": true
  },
  "orderNumber": {
   "kind": "text",
   "filterable": true
  },
  "presentmentVatAmount": {
   "kind": "decimal",
   "filterable": true
  },
  "purchasingEntity": {
   "kind": "option",
   "filterable": true,
   "options": [
    "",
    "Customer",
    "Company"
   ]
  },
  "sellToCountryRegionCode": {
   "kind": "text",
   "filterable": true
  },
  "setAside": {
   "kind": "option",
   "filterable": true,
   "options": [
    "",
    "Until It Changes",
    "Until Taken Back",
    "Processed Elsewhere"
   ]
  },
  "setAsideReason": {
   "kind": "text",
   "filterable": true
  },
  "shipToCountryRegionCode": {
   "kind": "text",
   "filterable": true
  },
  "shopCode": {
   "kind": "text",
   "filterable": true
  },
  "shopifyOrderId": {
   "kind": "integer",
   "sortable": true,
   "filterable": true
  },
  "store": {
   "kind": "text",
   "filterable": true
  },
  "tags": {
   "kind": "text",
   "filterable": true
  },
  "test": {
   "kind": "boolean",
   "filterable": true
  },
  "totalQuantityOfItems": {
   "kind": "integer",
   "filterable": true
  },
  "unpaid": {
   "kind": "boolean",
   "filterable": true
  },
  "updatedAt": {
   "kind": "dateTime",
   "filterable": true
  },
  "vatAmount": {
   "kind": "decimal",
   "filterable": true
  }
 },
 "shopifyPaymentMethodMappings": {
  "creditCardCompany": {
   "kind": "text",
   "filterable": true
  },
  "gateway": {
   "kind": "text",
   "sortable": true,
   "filterable": true
  },
  "id": {
   "kind": "id",
   "sortable": true,
   "filterable": true
  },
  "manualPaymentGateway": {
   "kind": "boolean",
   "filterable": true
  },
  "paymentMethodCode": {
   "kind": "text",
   "filterable": true
  },
  "priority": {
   "kind": "integer",
   "filterable": true
  },
  "shopCode": {
   "kind": "text",
   "filterable": true
  }
 },
 "shopifyPaymentTermsMappings": {
  "id": {
   "kind": "id",
   "sortable": true,
   "filterable": true
  },
  "isPrimary": {
   "kind": "boolean",
   "filterable": true
  },
  "name": {
   "kind": "text",
   "sortable": true,
   "filterable": true
  },
  "paymentTermsCode": {
   "kind": "text",
   "filterable": true
  },
  "shopCode": {
   "kind": "text",
   "filterable": true
  },
  "type": {
   "kind": "option",
   "filterable": true,
   "options": [
    "",
    "Fixed",
    "Fulfillment",
    "Net",
    "Receipt"
   ]
  }
 },
 "shopifyRefundAdjustments": {
  "adjustmentId": {
   "kind": "integer",
   "sortable": true,
   "filterable": true
  },
  "amount": {
   "kind": "decimal",
   "filterable": true
  },
  "id": {
   "kind": "id",
   "sortable": true,
   "filterable": true
  },
  "presentmentAmount": {
   "kind": "decimal",
   "filterable": true
  },
  "presentmentTaxAmount": {
   "kind": "decimal",
   "filterable": true
  },
  "reason": {
   "kind": "text",
   "filterable": true
  },
  "refundId": {
   "kind": "id",
   "filterable": true
  },
  "taxAmount": {
   "kind": "decimal",
   "filterable": true
  }
 },
 "shopifyRefundLines": {
  "amount": {
   "kind": "decimal",
   "filterable": true
  },
  "canCreateCreditMemo": {
   "kind": "boolean",
   "filterable": true
  },
  "description": {
   "kind": "text",
   "filterable": true
  },
  "exchangeItem": {
   "kind": "boolean",
   "filterable": true
  },
  "id": {
   "kind": "id",
   "sortable": true,
   "filterable": true
  },
  "locationId": {
   "kind": "integer",
   "filterable": true
  },
  "orderLineId": {
   "kind": "integer",
   "filterable": true
  },
  "presentmentAmount": {
   "kind": "decimal",
   "filterable": true
  },
  "presentmentSubtotalAmount": {
   "kind": "decimal",
   "filterable": true
  },
  "presentmentTotalTaxAmount": {
   "kind": "decimal",
   "filterable": true
  },
  "quantity": {
   "kind": "decimal",
   "filterable": true
  },
  "refundId": {
   "kind": "id",
   "filterable": true
  },
  "refundLineId": {
   "kind": "integer",
   "sortable": true,
   "filterable": true
  },
  "restockType": {
   "kind": "option",
   "filterable": true,
   "options": [
    "",
    "Cancel",
    "Legacy Restock",
    "No Restock",
    "Return"
   ]
  },
  "restocked": {
   "kind": "boolean",
   "filterable": true
  },
  "shopifyRefundId": {
   "kind": "integer",
   "filterable": true
  },
  "subtotalAmount": {
   "kind": "decimal",
   "filterable": true
  },
  "totalTaxAmount": {
   "kind": "decimal",
   "filterable": true
  }
 },
 "shopifyRefundShippingLines": {
  "id": {
   "kind": "id",
   "sortable": true,
   "filterable": true
  },
  "presentmentSubtotalAmount": {
   "kind": "decimal",
   "filterable": true
  },
  "presentmentTaxAmount": {
   "kind": "decimal",
   "filterable": true
  },
  "refundId": {
   "kind": "id",
   "filterable": true
  },
  "refundShippingLineId": {
   "kind": "integer",
   "sortable": true,
   "filterable": true
  },
  "shippingLineId": {
   "kind": "integer",
   "filterable": true
  },
  "shopifyRefundId": {
   "kind": "integer",
   "filterable": true
  },
  "subtotalAmount": {
   "kind": "decimal",
   "filterable": true
  },
  "taxAmount": {
   "kind": "decimal",
   "filterable": true
  },
  "title": {
   "kind": "text",
   "filterable": true
  }
 },
 "shopifyRefunds": {
  "canCreateCreditMemo": {
   "kind": "boolean",
   "filterable": true
  },
  "createdAt": {
   "kind": "dateTime",
   "sortable": true,
   "filterable": true
  },
  "currencyCode": {
   "kind": "text",
   "filterable": true
  },
  "differenceAmount": {
   "kind": "decimal",
   "filterable": true
  },
  "differenceReason": {
   "kind": "option",
   "filterable": true,
   "options": [
    "",
    "Rounding",
    "Tax Set-up",
    "Fee",
    "Discount",
    "Other"
   ]
  },
  "hasProcessingError": {
   "kind": "boolean",
   "filterable": true
  },
  "id": {
   "kind": "id",
   "sortable": true,
   "filterable": true
  },
  "isProcessed": {
   "kind": "boolean",
   "filterable": true
  },
  "lastErrorDescription": {
   "kind": "text",
   "filterable": true
  },
  "note": {
   "kind": "text",
   "filterable": true
  },
  "orderId": {
   "kind": "id",
   "filterable": true
  },
  "pending": {
   "kind": "boolean",
   "filterable": true
  },
  "presentmentCurrencyCode": {
   "kind": "text",
   "filterable": true
  },
  "presentmentTotalRefundedAmount": {
   "kind": "decimal",
   "filterable": true
  },
  "processedAt": {
   "kind": "dateTime",
   "filterable": true
  },
  "salesDocumentNumber": {
   "kind": "text",
   "filterable": true
  },
  "salesDocumentType": {
   "kind": "option",
   "filterable": true,
   "options": [
    "",
    "Credit Memo",
    "Return Order"
   ]
  },
  "shopCode": {
   "kind": "text",
   "filterable": true
  },
  "shopifyOrderId": {
   "kind": "integer",
   "filterable": true
  },
  "shopifyOrderNumber": {
   "kind": "text",
   "sortable": true,
   "filterable": true
  },
  "shopifyRefundId": {
   "kind": "integer",
   "sortable": true,
   "filterable": true
  },
  "shopifyReturnId": {
   "kind": "integer",
   "filterable": true
  },
  "store": {
   "kind": "text",
   "filterable": true
  },
  "totalRefundedAmount": {
   "kind": "decimal",
   "filterable": true
  },
  "updatedAt": {
   "kind": "dateTime",
   "filterable": true
  }
 },
 "shopifyReturnLines": {
  "customerNote": {
   "kind": "text",
   "filterable": true
  },
  "description": {
   "kind": "text",
   "filterable": true
  },
  "discountedTotalAmount": {
   "kind": "decimal",
   "filterable": true
  },
  "fulfillmentLineId": {
   "kind": "integer",
   "filterable": true
  },
  "id": {
   "kind": "id",
   "sortable": true,
   "filterable": true
  },
  "locationId": {
   "kind": "integer",
   "filterable": true
  },
  "orderLineId": {
   "kind": "integer",
   "filterable": true
  },
  "presentmentDiscountedTotalAmount": {
   "kind": "decimal",
   "filterable": true
  },
  "quantity": {
   "kind": "decimal",
   "filterable": true
  },
  "refundableQuantity": {
   "kind": "decimal",
   "filterable": true
  },
  "refundedQuantity": {
   "kind": "decimal",
   "filterable": true
  },
  "returnId": {
   "kind": "id",
   "filterable": true
  },
  "returnLineId": {
   "kind": "integer",
   "sortable": true,
   "filterable": true
  },
  "returnReasonHandle": {
   "kind": "text",
   "filterable": true
  },
  "returnReasonName": {
   "kind": "text",
   "filterable": true
  },
  "returnReasonNote": {
   "kind": "text",
   "filterable": true
  },
  "shopifyReturnId": {
   "kind": "integer",
   "filterable": true
  },
  "type": {
   "kind": "option",
   "filterable": true,
   "options": [
    "Default",
    "Unverified"
   ]
  },
  "unitPrice": {
   "kind": "decimal",
   "filterable": true
  },
  "unitPriceCurrencyCode": {
   "kind": "text",
   "filterable": true
  }
 },
 "shopifyReturns": {
  "closedAt": {
   "kind": "dateTime",
   "filterable": true
  },
  "createdAt": {
   "kind": "dateTime",
   "sortable": true,
   "filterable": true
  },
  "declineNote": {
   "kind": "text",
   "filterable": true
  },
  "declineReason": {
   "kind": "text",
   "filterable": true
  },
  "id": {
   "kind": "id",
   "sortable": true,
   "filterable": true
  },
  "orderId": {
   "kind": "id",
   "filterable": true
  },
  "shopCode": {
   "kind": "text",
   "filterable": true
  },
  "shopifyOrderId": {
   "kind": "integer",
   "filterable": true
  },
  "shopifyOrderNumber": {
   "kind": "text",
   "sortable": true,
   "filterable": true
  },
  "shopifyReturnId": {
   "kind": "integer",
   "sortable": true,
   "filterable": true
  },
  "shopifyReturnNumber": {
   "kind": "text",
   "sortable": true,
   "filterable": true
  },
  "status": {
   "kind": "option",
   "filterable": true,
   "options": [
    "",
    "Canceled",
    "Closed",
    "Declined",
    "Open",
    "Requested"
   ]
  },
  "store": {
   "kind": "text",
   "filterable": true
  },
  "totalQuantity": {
   "kind": "integer",
   "filterable": true
  }
 },
 "shopifyShipmentMethodMappings": {
  "id": {
   "kind": "id",
   "sortable": true,
   "filterable": true
  },
  "name": {
   "kind": "text",
   "sortable": true,
   "filterable": true
  },
  "shipmentMethodCode": {
   "kind": "text",
   "filterable": true
  },
  "shippingAgentCode": {
   "kind": "text",
   "filterable": true
  },
  "shippingAgentServiceCode": {
   "kind": "text",
   "filterable": true
  },
  "shippingChargesNumber": {
   "kind": "text",
   "filterable": true
  },
  "shippingChargesType": {
   "kind": "option",
   "filterable": true,
   "options": [
    "",
    "G/L Account",
    "Item"
   ]
  },
  "shopCode": {
   "kind": "text",
   "filterable": true
  }
 },
 "shopifyShops": {
  "additionalFeesAccount": {
   "kind": "text",
   "filterable": true
  },
  "adminUrl": {
   "kind": "text",
   "filterable": true
  },
  "advancedShopifyPlan": {
   "kind": "boolean",
   "filterable": true
  },
  "allowBackgroundSyncs": {
   "kind": "boolean",
   "filterable": true
  },
  "allowOutgoingRequests": {
   "kind": "boolean",
   "filterable": true
  },
  "apiVersion": {
   "kind": "text",
   "filterable": true
  },
  "apiVersionState": {
   "kind": "option",
   "options": [
    "Supported",
    "Ends Soon",
    "Ended"
   ]
  },
  "archiveProcessedOrders": {
   "kind": "boolean",
   "filterable": true
  },
  "autoCreateOrders": {
   "kind": "boolean",
   "filterable": true
  },
  "autoCreateUnknownCustomers": {
   "kind": "boolean",
   "filterable": true
  },
  "autoReleaseOrders": {
   "kind": "boolean",
   "filterable": true
  },
  "cashRoundingsAccount": {
   "kind": "text",
   "filterable": true
  },
  "code": {
   "kind": "text",
   "sortable": true,
   "filterable": true
  },
  "connection": {
   "kind": "option",
   "filterable": true,
   "options": [
    "Not Tested",
    "Connected",
    "Not Connected",
    "Other Installation"
   ]
  },
  "connectionMessage": {
   "kind": "text",
   "filterable": true
  },
  "connectionType": {
   "kind": "option",
   "filterable": true,
   "options": [
    "Access Token",
    "Client Credentials",
    "Refresh Token"
   ]
  },
  "contactSource": {
   "kind": "option",
   "filterable": true,
   "options": [
    "Company Name",
    "First Name and Last Name",
    "Last Name and First Name",
    "None"
   ]
  },
  "countySource": {
   "kind": "option",
   "filterable": true,
   "options": [
    "Code",
    "Name"
   ]
  },
  "createInvoicesFromOrders": {
   "kind": "boolean",
   "filterable": true
  },
  "currencyCode": {
   "kind": "text",
   "filterable": true
  },
  "currencyHandling": {
   "kind": "option",
   "filterable": true,
   "options": [
    "Shop Currency",
    "Presentment Currency"
   ]
  },
  "customLineItemNumber": {
   "kind": "text",
   "filterable": true
  },
  "customerImportFromShopify": {
   "kind": "option",
   "filterable": true,
   "options": [
    "None",
    "With Order Import",
    "All Customers"
   ]
  },
  "customerMappingType": {
   "kind": "option",
   "filterable": true,
   "options": [
    "By EMail/Phone",
    "By Bill-to Info",
    "Always take the default customer"
   ]
  },
  "customerTemplateCode": {
   "kind": "text",
   "filterable": true
  },
  "defaultCustomerNumber": {
   "kind": "text",
   "filterable": true
  },
  "domain": {
   "kind": "text",
   "filterable": true
  },
  "dutiesAccount": {
   "kind": "text",
   "filterable": true
  },
  "enabled": {
   "kind": "boolean",
   "filterable": true
  },
  "findMappingByBarcode": {
   "kind": "boolean",
   "filterable": true
  },
  "grantedScopes": {
   "kind": "text",
   "filterable": true
  },
  "id": {
   "kind": "id",
   "sortable": true,
   "filterable": true
  },
  "importOrdersFrom": {
   "kind": "date",
   "filterable": true
  },
  "installationId": {
   "kind": "id",
   "filterable": true
  },
  "keepPersonalDataInLog": {
   "kind": "boolean",
   "filterable": true
  },
  "logRetentionDays": {
   "kind": "integer",
   "filterable": true
  },
  "loggingMode": {
   "kind": "option",
   "filterable": true,
   "options": [
    "Error Only",
    "All",
    "Disabled"
   ]
  },
  "maxDifferenceForRelease": {
   "kind": "decimal",
   "filterable": true
  },
  "missingScopes": {
   "kind": "text",
   "filterable": true
  },
  "name2Source": {
   "kind": "option",
   "filterable": true,
   "options": [
    "Company Name",
    "First Name and Last Name",
    "Last Name and First Name",
    "None"
   ]
  },
  "nameSource": {
   "kind": "option",
   "filterable": true,
   "options": [
    "Company Name",
    "First Name and Last Name",
    "Last Name and First Name",
    "None"
   ]
  },
  "orderAttributesToShopify": {
   "kind": "boolean",
   "filterable": true
  },
  "postingDatePolicy": {
   "kind": "option",
   "filterable": true,
   "options": [
    "Work Date",
    "Order Date",
    "Paid Date"
   ]
  },
  "processReturnsAs": {
   "kind": "option",
   "filterable": true,
   "options": [
    "Credit Memo",
    "Return Order"
   ]
  },
  "refundAccount": {
   "kind": "text",
   "filterable": true
  },
  "refundAccountNonRestockItems": {
   "kind": "text",
   "filterable": true
  },
  "returnAndRefundProcess": {
   "kind": "option",
   "filterable": true,
   "options": [
    "Import Only",
    "Auto Create Sales Document"
   ]
  },
  "returnLocation": {
   "kind": "text",
   "filterable": true
  },
  "servedApiVersion": {
   "kind": "text",
   "filterable": true
  },
  "shippingChargesAccount": {
   "kind": "text",
   "filterable": true
  },
  "shopifyAdminApiVersion": {
   "kind": "text"
  },
  "shopifyOrderNumberOnDocLine": {
   "kind": "boolean",
   "filterable": true
  },
  "skuFieldSeparator": {
   "kind": "text",
   "filterable": true
  },
  "skuMapping": {
   "kind": "option",
   "filterable": true,
   "options": [
    "",
    "Item No.",
    "Variant Code",
    "Item No. + Variant Code",
    "Vendor Item No.",
    "Bar Code"
   ]
  },
  "soldGiftCardAccount": {
   "kind": "text",
   "filterable": true
  },
  "taxAreaPriority": {
   "kind": "option",
   "filterable": true,
   "options": [
    "No Taxes",
    "Ship-to -> Sell-to -> Bill-to",
    "Ship-to -> Bill-to -> Sell-to",
    "Sell-to -> Ship-to -> Bill-to",
    "Sell-to -> Bill-to -> Ship-to",
    "Bill-to -> Sell-to -> Ship-to",
    "Bill-to -> Ship-to -> Sell-to"
   ]
  },
  "tipAccount": {
   "kind": "text",
   "filterable": true
  },
  "updateApiVersionBefore": {
   "kind": "date"
  },
  "useShopifyOrderNumber": {
   "kind": "boolean",
   "filterable": true
  }
 },
 "shopifyTaxAreas": {
  "countryRegionCode": {
   "kind": "text",
   "sortable": true,
   "filterable": true
  },
  "county": {
   "kind": "text",
   "sortable": true,
   "filterable": true
  },
  "countyCode": {
   "kind": "text",
   "filterable": true
  },
  "id": {
   "kind": "id",
   "sortable": true,
   "filterable": true
  },
  "taxAreaCode": {
   "kind": "text",
   "filterable": true
  },
  "taxLiable": {
   "kind": "boolean",
   "filterable": true
  }
 },
 "shopifyVariants": {
  "barcode": {
   "kind": "text",
   "filterable": true
  },
  "id": {
   "kind": "id",
   "sortable": true,
   "filterable": true
  },
  "itemNumber": {
   "kind": "text",
   "filterable": true
  },
  "shopCode": {
   "kind": "text",
   "filterable": true
  },
  "shopifyProductId": {
   "kind": "integer",
   "filterable": true
  },
  "shopifyVariantId": {
   "kind": "integer",
   "sortable": true,
   "filterable": true
  },
  "sku": {
   "kind": "text",
   "filterable": true
  },
  "title": {
   "kind": "text",
   "filterable": true
  },
  "variantCode": {
   "kind": "text",
   "filterable": true
  },
  "variantTitle": {
   "kind": "text",
   "filterable": true
  }
 },
 "shopifyWebhookSubscriptions": {
  "address": {
   "kind": "text",
   "filterable": true
  },
  "checkedAt": {
   "kind": "dateTime",
   "filterable": true
  },
  "id": {
   "kind": "id",
   "sortable": true,
   "filterable": true
  },
  "lastDeliveryAt": {
   "kind": "dateTime",
   "filterable": true
  },
  "message": {
   "kind": "text",
   "filterable": true
  },
  "registeredAt": {
   "kind": "dateTime",
   "filterable": true
  },
  "status": {
   "kind": "option",
   "filterable": true,
   "options": [
    "Registered",
    "Not Registered"
   ]
  },
  "store": {
   "kind": "text",
   "filterable": true
  },
  "subscriptionId": {
   "kind": "text",
   "filterable": true
  },
  "topic": {
   "kind": "option",
   "filterable": true,
   "options": [
    "orders/create",
    "orders/updated",
    "orders/edited",
    "orders/cancelled",
    "orders/paid",
    "refunds/create",
    "bulk_operations/finish",
    "app/uninstalled",
    "customers/data_request",
    "customers/redact",
    "shop/redact"
   ]
  }
 },
 "shopifyWebhooks": {
  "apiVersion": {
   "kind": "text",
   "filterable": true
  },
  "eventId": {
   "kind": "text",
   "filterable": true
  },
  "id": {
   "kind": "id",
   "sortable": true,
   "filterable": true
  },
  "jobQueueEntryId": {
   "kind": "id",
   "filterable": true
  },
  "reason": {
   "kind": "text",
   "filterable": true
  },
  "receivedAt": {
   "kind": "dateTime",
   "sortable": true,
   "filterable": true
  },
  "settledAt": {
   "kind": "dateTime",
   "filterable": true
  },
  "state": {
   "kind": "option",
   "filterable": true,
   "options": [
    "Waiting",
    "Done",
    "Ignored",
    "Failed"
   ]
  },
  "store": {
   "kind": "text",
   "filterable": true
  },
  "subject": {
   "kind": "text",
   "filterable": true
  },
  "topic": {
   "kind": "option",
   "filterable": true,
   "options": [
    "orders/create",
    "orders/updated",
    "orders/edited",
    "orders/cancelled",
    "orders/paid",
    "refunds/create",
    "bulk_operations/finish",
    "app/uninstalled",
    "customers/data_request",
    "customers/redact",
    "shop/redact"
   ]
  },
  "triggeredAt": {
   "kind": "dateTime",
   "filterable": true
  },
  "webhookId": {
   "kind": "text",
   "filterable": true
  }
 },
 "skippedRecords": {
  "cause": {
   "kind": "text",
   "filterable": true
  },
  "documentName": {
   "kind": "text",
   "filterable": true
  },
  "firstSeenAt": {
   "kind": "dateTime",
   "sortable": true,
   "filterable": true
  },
  "id": {
   "kind": "id",
   "sortable": true,
   "filterable": true
  },
  "jobQueueLogEntryId": {
   "kind": "id",
   "filterable": true
  },
  "kind": {
   "kind": "option",
   "filterable": true,
   "options": [
    "Order",
    "Refund",
    "Change in Shopify"
   ]
  },
  "lastSeenAt": {
   "kind": "dateTime",
   "sortable": true,
   "filterable": true
  },
  "remedy": {
   "kind": "text",
   "filterable": true
  },
  "retries": {
   "kind": "integer",
   "filterable": true
  },
  "retryObjectId": {
   "kind": "integer",
   "filterable": true
  },
  "shopCode": {
   "kind": "text",
   "filterable": true
  },
  "shopifyId": {
   "kind": "integer",
   "filterable": true
  }
 },
 "taxAreaLines": {
  "calculationOrder": {
   "kind": "integer",
   "filterable": true
  },
  "id": {
   "kind": "id",
   "sortable": true,
   "filterable": true
  },
  "salesTaxAreaCode": {
   "kind": "text",
   "sortable": true,
   "filterable": true
  },
  "taxJurisdictionCode": {
   "kind": "text",
   "filterable": true
  }
 },
 "taxAreas": {
  "code": {
   "kind": "text",
   "sortable": true,
   "filterable": true
  },
  "displayName": {
   "kind": "text",
   "filterable": true
  },
  "id": {
   "kind": "id",
   "sortable": true,
   "filterable": true
  }
 },
 "taxDetails": {
  "calculateTaxOnTax": {
   "kind": "boolean",
   "filterable": true
  },
  "effectiveDate": {
   "kind": "date",
   "filterable": true
  },
  "id": {
   "kind": "id",
   "sortable": true,
   "filterable": true
  },
  "maximumAmountQty": {
   "kind": "decimal",
   "filterable": true
  },
  "salesTaxGroupCode": {
   "kind": "text",
   "filterable": true
  },
  "taxAboveMaximum": {
   "kind": "decimal",
   "filterable": true
  },
  "taxBelowMaximum": {
   "kind": "decimal",
   "filterable": true
  },
  "taxJurisdictionCode": {
   "kind": "text",
   "sortable": true,
   "filterable": true
  },
  "taxType": {
   "kind": "option",
   "filterable": true,
   "options": [
    "Sales Tax",
    "Excise Tax"
   ]
  }
 },
 "taxGroups": {
  "code": {
   "kind": "text",
   "sortable": true,
   "filterable": true
  },
  "displayName": {
   "kind": "text",
   "filterable": true
  },
  "id": {
   "kind": "id",
   "sortable": true,
   "filterable": true
  }
 },
 "taxJurisdictions": {
  "code": {
   "kind": "text",
   "sortable": true,
   "filterable": true
  },
  "displayName": {
   "kind": "text",
   "filterable": true
  },
  "id": {
   "kind": "id",
   "sortable": true,
   "filterable": true
  },
  "taxAccountSales": {
   "kind": "text",
   "filterable": true
  }
 },
 "unitsOfMeasure": {
  "code": {
   "kind": "text",
   "sortable": true,
   "filterable": true
  },
  "displayName": {
   "kind": "text",
   "filterable": true
  },
  "id": {
   "kind": "id",
   "sortable": true,
   "filterable": true
  },
  "internationalStandardCode": {
   "kind": "text",
   "filterable": true
  }
 },
 "userSetup": {
  "allowPostingFrom": {
   "kind": "date",
   "filterable": true
  },
  "allowPostingTo": {
   "kind": "date",
   "filterable": true
  },
  "id": {
   "kind": "id",
   "sortable": true,
   "filterable": true
  },
  "userId": {
   "kind": "text",
   "sortable": true,
   "filterable": true
  }
 },
 "users": {
  "createdAt": {
   "kind": "dateTime",
   "filterable": true
  },
  "email": {
   "kind": "text",
   "filterable": true
  },
  "fullName": {
   "kind": "text",
   "filterable": true
  },
  "id": {
   "kind": "id",
   "sortable": true,
   "filterable": true
  },
  "lastModifiedAt": {
   "kind": "dateTime",
   "filterable": true
  },
  "permission": {
   "kind": "option",
   "filterable": true,
   "options": [
    "Administrator",
    "User",
    "Viewer"
   ]
  },
  "state": {
   "kind": "option",
   "filterable": true,
   "options": [
    "Enabled",
    "Disabled"
   ]
  },
  "userName": {
   "kind": "text",
   "sortable": true,
   "filterable": true
  }
 },
 "valueEntries": {
  "costAmountActual": {
   "kind": "decimal",
   "filterable": true
  },
  "costAmountExpected": {
   "kind": "decimal",
   "filterable": true
  },
  "costPostedToGeneralLedger": {
   "kind": "decimal",
   "filterable": true
  },
  "documentNumber": {
   "kind": "text",
   "filterable": true
  },
  "documentType": {
   "kind": "option",
   "filterable": true,
   "options": [
    "",
    "Sales Shipment",
    "Sales Invoice",
    "Sales Credit Memo"
   ]
  },
  "entryNumber": {
   "kind": "integer",
   "sortable": true,
   "filterable": true
  },
  "expectedCost": {
   "kind": "boolean",
   "filterable": true
  },
  "id": {
   "kind": "id",
   "sortable": true,
   "filterable": true
  },
  "invoicedQuantity": {
   "kind": "decimal",
   "filterable": true
  },
  "itemLedgerEntryNumber": {
   "kind": "integer",
   "filterable": true
  },
  "itemNumber": {
   "kind": "text",
   "filterable": true
  },
  "postingDate": {
   "kind": "date",
   "sortable": true,
   "filterable": true
  },
  "reasonCode": {
   "kind": "text",
   "filterable": true
  },
  "salesAmountActual": {
   "kind": "decimal",
   "filterable": true
  },
  "salesAmountExpected": {
   "kind": "decimal",
   "filterable": true
  },
  "userId": {
   "kind": "text",
   "filterable": true
  },
  "valuedQuantity": {
   "kind": "decimal",
   "filterable": true
  }
 },
 "vatBusinessPostingGroups": {
  "code": {
   "kind": "text",
   "sortable": true,
   "filterable": true
  },
  "displayName": {
   "kind": "text",
   "filterable": true
  },
  "id": {
   "kind": "id",
   "sortable": true,
   "filterable": true
  }
 },
 "vatEntries": {
  "amount": {
   "kind": "decimal",
   "filterable": true
  },
  "base": {
   "kind": "decimal",
   "filterable": true
  },
  "billToCustomerNumber": {
   "kind": "text",
   "filterable": true
  },
  "countryRegionCode": {
   "kind": "text",
   "filterable": true
  },
  "documentNumber": {
   "kind": "text",
   "filterable": true
  },
  "documentType": {
   "kind": "option",
   "filterable": true,
   "options": [
    "",
    "Payment",
    "Invoice",
    "Credit Memo",
    "Refund"
   ]
  },
  "entryNumber": {
   "kind": "integer",
   "sortable": true,
   "filterable": true
  },
  "externalDocumentNumber": {
   "kind": "text",
   "filterable": true
  },
  "generalBusinessPostingGroup": {
   "kind": "text",
   "filterable": true
  },
  "generalProductPostingGroup": {
   "kind": "text",
   "filterable": true
  },
  "id": {
   "kind": "id",
   "sortable": true,
   "filterable": true
  },
  "postingDate": {
   "kind": "date",
   "sortable": true,
   "filterable": true
  },
  "salesTaxAreaCode": {
   "kind": "text",
   "filterable": true
  },
  "salesTaxGroupCode": {
   "kind": "text",
   "filterable": true
  },
  "taxJurisdictionCode": {
   "kind": "text",
   "filterable": true
  },
  "transactionNumber": {
   "kind": "integer",
   "filterable": true
  },
  "userId": {
   "kind": "text",
   "filterable": true
  },
  "vatBusinessPostingGroup": {
   "kind": "text",
   "filterable": true
  },
  "vatCalculationType": {
   "kind": "option",
   "filterable": true,
   "options": [
    "Normal VAT",
    "Reverse Charge VAT",
    "Full VAT",
    "Sales Tax"
   ]
  },
  "vatIdentifier": {
   "kind": "text",
   "filterable": true
  },
  "vatPercent": {
   "kind": "decimal",
   "filterable": true
  },
  "vatProductPostingGroup": {
   "kind": "text",
   "filterable": true
  }
 },
 "vatPostingSetup": {
  "blocked": {
   "kind": "boolean",
   "filterable": true
  },
  "businessGroup": {
   "kind": "text",
   "filterable": true
  },
  "calculationType": {
   "kind": "option",
   "filterable": true,
   "options": [
    "Normal VAT",
    "Reverse Charge VAT",
    "Full VAT",
    "Sales Tax"
   ]
  },
  "id": {
   "kind": "id",
   "sortable": true,
   "filterable": true
  },
  "identifier": {
   "kind": "text",
   "filterable": true
  },
  "percent": {
   "kind": "decimal",
   "filterable": true
  },
  "productGroup": {
   "kind": "text",
   "filterable": true
  },
  "salesVatAccount": {
   "kind": "text",
   "filterable": true
  }
 },
 "vatProductPostingGroups": {
  "code": {
   "kind": "text",
   "sortable": true,
   "filterable": true
  },
  "displayName": {
   "kind": "text",
   "filterable": true
  },
  "id": {
   "kind": "id",
   "sortable": true,
   "filterable": true
  }
 }
} as const satisfies FieldTable

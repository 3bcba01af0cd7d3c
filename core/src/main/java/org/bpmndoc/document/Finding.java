package org.bpmndoc.document;

/// Something that is not as the contract asks, in an answer that is a document all the same.
/// `field` is the place in the document, `code` stable and in kebab-case.
public record Finding(String code, String field, String message) {}

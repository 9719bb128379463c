package app.countersign.contract;

import app.countersign.kernel.KebabCase;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

@Converter(autoApply = true)
class DocumentKindConverter extends KebabCase<DocumentKind> implements AttributeConverter<DocumentKind, String> {

    DocumentKindConverter() {
        super(DocumentKind.class);
    }
}

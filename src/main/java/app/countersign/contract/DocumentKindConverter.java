package app.countersign.contract;

import app.countersign.kernel.KebabCase;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Keeps it in kebab case. */
@Converter(autoApply = true)
public class DocumentKindConverter implements AttributeConverter<DocumentKind, String> {

    @Override
    public String convertToDatabaseColumn(DocumentKind constant) {
        return KebabCase.of(constant);
    }

    @Override
    public DocumentKind convertToEntityAttribute(String word) {
        return KebabCase.read(DocumentKind.class, word);
    }
}

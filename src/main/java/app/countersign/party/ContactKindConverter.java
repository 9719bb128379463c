package app.countersign.party;

import app.countersign.kernel.KebabCase;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Keeps it in kebab case. */
@Converter(autoApply = true)
public class ContactKindConverter implements AttributeConverter<ContactKind, String> {

    @Override
    public String convertToDatabaseColumn(ContactKind constant) {
        return KebabCase.of(constant);
    }

    @Override
    public ContactKind convertToEntityAttribute(String word) {
        return KebabCase.read(ContactKind.class, word);
    }
}

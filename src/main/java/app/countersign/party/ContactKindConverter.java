package app.countersign.party;

import app.countersign.kernel.KebabCase;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

@Converter(autoApply = true)
class ContactKindConverter extends KebabCase<ContactKind> implements AttributeConverter<ContactKind, String> {

    ContactKindConverter() {
        super(ContactKind.class);
    }
}

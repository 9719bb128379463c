package app.countersign.retention;

import app.countersign.kernel.KebabCase;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Keeps it in kebab case. */
@Converter(autoApply = true)
public class HandDeletionStateConverter implements AttributeConverter<HandDeletionState, String> {

    @Override
    public String convertToDatabaseColumn(HandDeletionState constant) {
        return KebabCase.of(constant);
    }

    @Override
    public HandDeletionState convertToEntityAttribute(String word) {
        return KebabCase.read(HandDeletionState.class, word);
    }
}

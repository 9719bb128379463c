package app.countersign.mail;

import app.countersign.kernel.KebabCase;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Keeps it in kebab case. */
@Converter(autoApply = true)
public class IntakeStateConverter implements AttributeConverter<IntakeState, String> {

    @Override
    public String convertToDatabaseColumn(IntakeState constant) {
        return KebabCase.of(constant);
    }

    @Override
    public IntakeState convertToEntityAttribute(String word) {
        return KebabCase.read(IntakeState.class, word);
    }
}

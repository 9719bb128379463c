package app.countersign.mail;

import app.countersign.kernel.KebabCase;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Keeps it in kebab case. */
@Converter(autoApply = true)
public class IntakeKindConverter implements AttributeConverter<IntakeKind, String> {

    @Override
    public String convertToDatabaseColumn(IntakeKind constant) {
        return KebabCase.of(constant);
    }

    @Override
    public IntakeKind convertToEntityAttribute(String word) {
        return KebabCase.read(IntakeKind.class, word);
    }
}

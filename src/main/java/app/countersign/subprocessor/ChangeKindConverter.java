package app.countersign.subprocessor;

import app.countersign.kernel.KebabCase;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Keeps it in kebab case. */
@Converter(autoApply = true)
public class ChangeKindConverter implements AttributeConverter<ChangeKind, String> {

    @Override
    public String convertToDatabaseColumn(ChangeKind constant) {
        return KebabCase.of(constant);
    }

    @Override
    public ChangeKind convertToEntityAttribute(String word) {
        return KebabCase.read(ChangeKind.class, word);
    }
}

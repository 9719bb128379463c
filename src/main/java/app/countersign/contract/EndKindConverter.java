package app.countersign.contract;

import app.countersign.kernel.KebabCase;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Keeps it in kebab case. */
@Converter(autoApply = true)
public class EndKindConverter implements AttributeConverter<EndKind, String> {

    @Override
    public String convertToDatabaseColumn(EndKind constant) {
        return KebabCase.of(constant);
    }

    @Override
    public EndKind convertToEntityAttribute(String word) {
        return KebabCase.read(EndKind.class, word);
    }
}

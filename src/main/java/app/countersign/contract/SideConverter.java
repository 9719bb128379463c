package app.countersign.contract;

import app.countersign.kernel.KebabCase;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Keeps it in kebab case. */
@Converter(autoApply = true)
public class SideConverter implements AttributeConverter<Side, String> {

    @Override
    public String convertToDatabaseColumn(Side constant) {
        return KebabCase.of(constant);
    }

    @Override
    public Side convertToEntityAttribute(String word) {
        return KebabCase.read(Side.class, word);
    }
}

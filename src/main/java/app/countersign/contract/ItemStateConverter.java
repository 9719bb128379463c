package app.countersign.contract;

import app.countersign.kernel.KebabCase;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Keeps it in kebab case. */
@Converter(autoApply = true)
public class ItemStateConverter implements AttributeConverter<ItemState, String> {

    @Override
    public String convertToDatabaseColumn(ItemState constant) {
        return KebabCase.of(constant);
    }

    @Override
    public ItemState convertToEntityAttribute(String word) {
        return KebabCase.read(ItemState.class, word);
    }
}

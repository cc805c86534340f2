import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import ListItemText from '@material-ui/core/ListItemText';
import Menu from '@material-ui/core/Menu';
import MenuItem from '@material-ui/core/MenuItem';
import ArrowDropDown from '@material-ui/icons/ArrowDropDown';
import CheckBox from '@material-ui/icons/CheckBox';
import CheckBoxOutlineBlank from '@material-ui/icons/CheckBoxOutlineBlank';
import { useState } from 'react';
import { formatNumber } from '../../lib/count';
import { gen3TranslationRef } from '../../translation';

/** A value that the fleet can be filtered by. */
export interface FilterOption {
  value: string;
  label: string;
  count: number;
}

/** One filter: a button that says what is chosen, and a menu of values with counts. */
export function FilterMenu(props: {
  title: string;
  options: FilterOption[];
  chosen: string[];
  onToggle: (value: string) => void;
}) {
  const { title, chosen, onToggle } = props;
  const { t } = useTranslationRef(gen3TranslationRef);
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const options = withMissing(props.options, chosen);
  const labelOf = (value: string) =>
    options.find(option => option.value === value)?.label ?? value;
  const text =
    chosen.length > 0
      ? t('fleetPage.filters.chosen', {
          filter: title,
          values: chosen.map(labelOf).join(', '),
        })
      : title;
  return (
    <>
      <Button
        size="small"
        variant={chosen.length > 0 ? 'outlined' : 'text'}
        aria-label={t('fleetPage.filters.filterBy', { filter: text })}
        aria-haspopup="menu"
        aria-expanded={Boolean(anchor)}
        endIcon={<ArrowDropDown />}
        disabled={options.length === 0}
        onClick={event => setAnchor(event.currentTarget)}
        style={{ textTransform: 'none', fontWeight: 500 }}
      >
        {text}
      </Button>
      <Menu
        anchorEl={anchor}
        open={Boolean(anchor)}
        onClose={() => setAnchor(null)}
        getContentAnchorEl={null}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        MenuListProps={{
          dense: true,
          'aria-label': t('fleetPage.filters.filterBy', { filter: title }),
        }}
      >
        {options.map(option => (
          <MenuItem
            key={option.value}
            role="menuitemcheckbox"
            aria-checked={chosen.includes(option.value)}
            onClick={() => onToggle(option.value)}
          >
            <Tick ticked={chosen.includes(option.value)} />
            <ListItemText
              primary={t('fleetPage.filters.option', {
                value: option.label,
                amount: formatNumber(option.count),
              })}
            />
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}

/** Drawn, not a field: the menu item is what can be ticked, and nothing in it may be. */
function Tick({ ticked }: { ticked: boolean }) {
  const Icon = ticked ? CheckBox : CheckBoxOutlineBlank;
  return (
    <Icon
      aria-hidden
      fontSize="small"
      color={ticked ? 'primary' : 'action'}
      style={{ marginRight: 8 }}
    />
  );
}

/** A chosen value that no commons has any more can still be switched off. */
function withMissing(options: FilterOption[], chosen: string[]) {
  const missing = chosen.filter(
    value => !options.some(option => option.value === value),
  );
  return [
    ...options,
    ...missing.map(value => ({ value, label: value, count: 0 })),
  ];
}

import {
  ActionIcon,
  Button,
  Checkbox,
  type CSSVariablesResolver,
  createTheme,
  defaultVariantColorsResolver,
  Input,
  type MantineColorsTuple,
  Modal,
  PasswordInput,
  SegmentedControl,
  Select,
  TagsInput,
  Textarea,
  TextInput,
  Tooltip,
  type VariantColorsResolver,
} from "@mantine/core";

const verdigris: MantineColorsTuple = [
  "#e9f5f3",
  "#d3e8e5",
  "#a6d2cc",
  "#78bbb2",
  "#4fb9aa",
  "#2b9a8c",
  "#178074",
  "#0f6b63",
  "#0c5c55",
  "#084843",
];

const slate: MantineColorsTuple = [
  "#f4f6f6",
  "#eaeeef",
  "#e1e6e7",
  "#c9d1d3",
  "#9aa6aa",
  "#7b878c",
  "#616d72",
  "#4d595e",
  "#323c40",
  "#182023",
];

const night: MantineColorsTuple = [
  "#e5eaeb",
  "#b0babd",
  "#939ea2",
  "#647074",
  "#3b464a",
  "#283033",
  "#1d2325",
  "#171c1e",
  "#121617",
  "#0c0f10",
];

const FONT =
  '-apple-system, BlinkMacSystemFont, "Segoe UI Variable Text", "Segoe UI", Inter, Cantarell, Ubuntu, "Noto Sans", "Liberation Sans", Arial, sans-serif';
const MONO =
  'ui-monospace, "SF Mono", "Cascadia Mono", "Segoe UI Mono", "Noto Sans Mono", "Liberation Mono", monospace';

const compact = { size: "sm" } as const;

/** What stands on the accent differs between light and dark, which Mantine can not know. */
const onAccent: VariantColorsResolver = (input) => {
  const colors = defaultVariantColorsResolver(input);
  const accent = !input.color || input.color === "verdigris";
  return input.variant === "filled" && accent ? { ...colors, color: "var(--on-accent)" } : colors;
};

export const theme = createTheme({
  variantColorResolver: onAccent,
  colors: { verdigris, gray: slate, dark: night },
  primaryColor: "verdigris",
  primaryShade: { light: 7, dark: 4 },
  fontFamily: FONT,
  fontFamilyMonospace: MONO,
  fontSizes: { xs: "11.5px", sm: "13px", md: "13px", lg: "15px", xl: "18px" },
  lineHeights: { xs: "1.4", sm: "1.45", md: "1.5", lg: "1.5", xl: "1.4" },
  spacing: { xs: "6px", sm: "8px", md: "12px", lg: "16px", xl: "24px" },
  radius: { xs: "3px", sm: "4px", md: "6px", lg: "8px", xl: "12px" },
  defaultRadius: "md",
  headings: { fontWeight: "600" },
  cursorType: "pointer",
  respectReducedMotion: true,
  components: {
    Button: Button.extend({
      defaultProps: { size: "sm" },
      vars: () => ({
        root: { "--button-height": "30px", "--button-padding-x": "11px", "--button-fz": "13px" },
      }),
      styles: { label: { fontWeight: 500 } },
    }),
    ActionIcon: ActionIcon.extend({
      defaultProps: { size: 28, variant: "subtle", color: "gray" },
      vars: () => ({ root: { "--ai-color": "var(--ink-2)", "--ai-hover": "var(--hover)" } }),
    }),
    Input: Input.extend({
      vars: () => ({
        wrapper: {
          "--input-height": "30px",
          "--input-fz": "13px",
          "--input-bd": "var(--line-strong)",
        },
      }),
    }),
    InputWrapper: { styles: { label: { fontWeight: 500, marginBottom: 4 } } },
    TextInput: TextInput.extend({ defaultProps: compact }),
    PasswordInput: PasswordInput.extend({
      defaultProps: compact,
      vars: () => ({ root: { "--psi-icon-size": "15px", "--psi-button-size": "24px" } }),
    }),
    Textarea: Textarea.extend({ defaultProps: compact }),
    TagsInput: TagsInput.extend({
      defaultProps: compact,
      styles: { inputField: { minWidth: 24 } },
    }),
    Select: Select.extend({ defaultProps: { ...compact, checkIconPosition: "right" } }),
    SegmentedControl: SegmentedControl.extend({
      defaultProps: { size: "sm" },
      styles: { root: { padding: 2 }, label: { padding: "3px 12px", fontWeight: 400 } },
    }),
    Checkbox: Checkbox.extend({ defaultProps: { size: "xs" } }),
    Modal: Modal.extend({
      defaultProps: {
        centered: true,
        transitionProps: { duration: 120, transition: "fade" },
        overlayProps: { backgroundOpacity: 0.35 },
        padding: 16,
      },
      styles: { title: { fontWeight: 600 } },
    }),
    Tooltip: Tooltip.extend({
      defaultProps: { openDelay: 400, transitionProps: { duration: 80 } },
    }),
  },
});

/** Mantine's own variables, pointed at ours. */
export const variables: CSSVariablesResolver = () => {
  const ours = {
    "--mantine-color-body": "var(--surface)",
    "--mantine-color-text": "var(--ink)",
    "--mantine-color-dimmed": "var(--ink-3)",
    "--mantine-color-placeholder": "var(--ink-3)",
    "--mantine-color-default": "var(--raised)",
    "--mantine-color-default-hover": "var(--hover)",
    "--mantine-color-default-border": "var(--line-strong)",
    "--mantine-color-default-color": "var(--ink)",
    "--mantine-color-error": "var(--bad)",
    "--mantine-primary-color-contrast": "var(--on-accent)",
  };
  return { variables: {}, light: ours, dark: ours };
};

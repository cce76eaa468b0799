/** The bridge: an arch, its deck, and the hangers between. */
export function Logo() {
  return (
    <svg width="22" height="22" viewBox="0 0 24 24" aria-hidden="true">
      <rect width="24" height="24" rx="6" fill="#0f6b63" />
      <path
        d="M4 16.5h16M5.5 16.5C7 6.5 17 6.5 18.5 16.5M9 16.5v-5.8M12 16.5V9.2M15 16.5v-5.8"
        fill="none"
        stroke="#ffffff"
        strokeWidth="1.7"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}

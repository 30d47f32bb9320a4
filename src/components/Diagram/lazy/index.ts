/** What a diagram needs only when the reader shows it full screen or saves it; loaded then. */
export {saveDrawing} from './saveDrawing.ts';
export {default as ZoomControls} from './ZoomControls.tsx';

// Styles tell by it whether scripts run.
document.documentElement.classList.replace('client-nojs', 'client-js')

import { everyPage } from '../world/everyPage'

everyPage('nb')
